import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'
import { NotFound, PageError, TooMany } from '../errors'

export function notFound(_req: Request, _res: Response, next: NextFunction): void {
  next(new NotFound())
}

/** The only catcher: a PageError says its sentence; anything else is a bug, logged whole and told plainly. */
export function errorPage(log: Logger): ErrorRequestHandler {
  return (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error)
    const shown = asPageError(error)
    if (shown.status >= 500) log.error({ err: error as Error, method: req.method, path: req.path }, 'failed')
    if (shown instanceof TooMany) res.set('Retry-After', String(Math.ceil(shown.seconds)))
    if (shown.status === 503) res.set('Retry-After', '3')
    res
      .status(shown.status)
      .render('errors/error', { title: shown.title, message: shown.message, status: shown.status })
  }
}

function asPageError(error: unknown): PageError {
  if (error instanceof PageError) return error
  const { status, type, code } = error as { status?: unknown; type?: unknown; code?: unknown }
  if (type === 'entity.too.large')
    return new PageError(413, 'That is too long', 'Shorten the text and send it again.')
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new PageError(
      507,
      'The disk is full',
      'Nothing was lost, but nothing new can be kept. Free some space on the machine.',
    )
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new PageError(status, 'That request could not be read', 'Go back, reload the page and try again.')
  }
  return new PageError(
    500,
    'Something broke on our side',
    'It was written down. Nothing you entered before was lost; try again.',
  )
}
