/** An answer that people can act on; http/errorPage is its only catcher. Anything else thrown is a bug. */
export class PageError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    message: string,
  ) {
    super(message)
  }
}

export class NotFound extends PageError {
  constructor(what = 'page') {
    super(404, `There is no such ${what}`, 'It may have been moved, or the link was not copied whole.')
  }
}

export class Forbidden extends PageError {
  constructor(message = 'Your role doesn’t allow this. Ask an administrator of your practice.') {
    super(403, 'That isn’t yours to do', message)
  }
}

export class Conflict extends PageError {
  constructor(message: string) {
    super(409, 'That has already changed', message)
  }
}

export class LinkExpired extends PageError {
  constructor(message: string) {
    super(410, 'This link no longer works', message)
  }
}

export class TooMany extends PageError {
  constructor(readonly seconds: number) {
    super(429, 'Too many tries', `Wait ${Math.max(1, Math.ceil(seconds / 60))} minutes, then try again.`)
  }
}

export class Busy extends PageError {
  constructor() {
    super(
      503,
      'One moment',
      'The desk is busy writing something down. Nothing was lost; try again in a few seconds.',
    )
  }
}
