import type { Reading } from '../../reader/reader'
import {
  counted,
  cite,
  isHigh,
  NOT_READ,
  point,
  suggestion,
  type Facts,
  type Question,
  type Suggestion,
} from './question'

export const ourTasks: Question = {
  id: 'tasks',
  title: 'What must we do ourselves?',
  gloss:
    'The report counts on things only the customer can do, such as removing people who left. They are called complementary user entity controls; the rest holds only if you do them.',
  byHandOnly: false,
  suggest: ({ reading }: Facts): Suggestion => (reading ? judge(reading) : NOT_READ),
}

function judge(reading: Reading): Suggestion {
  const { cuecs } = reading
  const evidence = cite(reading, 'cuecs')
  if (cuecs.value === null) {
    return suggestion('cant-tell', 'No list of things for you to do was found.', {
      evidence,
      whatWouldChange: 'Look for “complementary user entity controls” in the description of the system.',
    })
  }
  if (cuecs.value.length === 0) {
    return suggestion('meets', 'The report says that it asks nothing of its customers.', {
      evidence,
      prefill: isHigh(cuecs) ? 'meets' : null,
    })
  }
  return suggestion(
    'look-closer',
    `The report counts on you for ${counted(cuecs.value.length, 'thing')}. Give each an owner and a date when you decide.`,
    {
      evidence: evidence.slice(0, 1),
      points: cuecs.value.map((one) =>
        point(one.text, {
          page: one.page,
          more: one.criteria.length ? `For ${one.criteria.join(', ')}` : null,
        }),
      ),
      whatWouldChange: 'Each has an owner here, or is done already.',
    },
  )
}
