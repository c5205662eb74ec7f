import type { Database } from '../database'

export interface WaitingReview {
  vendorId: string
  vendorName: string
  tier: string
  reportId: string
  /** null while nobody has begun. */
  reviewId: string | null
  startedAt: string | null
  answered: number
}

/** Vendors whose current report has no decision yet. */
export async function listReviewsWaiting(db: Database, practiceId: string): Promise<WaitingReview[]> {
  const rows: unknown = await db('vendors')
    .leftJoin('reviews as open', 'open.id', 'vendors.openReviewId')
    .leftJoin('reviews as decided', (join) => {
      void join.on('decided.reportId', 'vendors.reportId').andOnNotNull('decided.decidedAt')
    })
    .where({ 'vendors.practiceId': practiceId, 'vendors.archivedAt': null })
    .where(
      (either) =>
        void either
          .whereNotNull('vendors.openReviewId')
          .orWhere((fresh) => void fresh.whereNotNull('vendors.reportId').whereNull('decided.id')),
    )
    .distinct(
      'vendors.id as vendorId',
      'vendors.name as vendorName',
      'vendors.tier',
      'vendors.reportId',
      'open.reportId as openReportId',
      'open.id as reviewId',
      'open.startedAt',
    )
  const waiting = rows as (WaitingReview & { openReportId: string | null })[]
  const counts = await answeredIn(
    db,
    waiting.flatMap((row) => row.reviewId ?? []),
  )
  return waiting.map(({ openReportId, ...row }) => ({
    ...row,
    reportId: row.reportId ?? openReportId!,
    answered: counts.get(row.reviewId ?? '') ?? 0,
  }))
}

async function answeredIn(db: Database, reviewIds: string[]): Promise<Map<string, number>> {
  if (reviewIds.length === 0) return new Map()
  const rows: unknown = await db('answers')
    .whereIn('reviewId', reviewIds)
    .groupBy('reviewId')
    .select('reviewId')
    .countDistinct('question as answered')
  return new Map(
    (rows as { reviewId: string; answered: number }[]).map((row) => [row.reviewId, Number(row.answered)]),
  )
}
