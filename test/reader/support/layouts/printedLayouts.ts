import type { Told } from './told'
import { VOICES } from './told'
import type { Layout } from './layout'
import { answered, byCriterion, groupTitle, heads, table, without } from './pieces'

/** Ways in which reports set out their tests, as a browser prints them. */
export const printedLayouts: Layout[] = [
  {
    name: 'three columns, the reference before the control',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['Control Activity', 'Test of Controls', 'Results of Tests'],
        told.map((one) => [`${one.ref} ${one.activity}`, one.test, one.result]),
        [38, 38, 24],
      ),
  },
  {
    name: 'three columns, the reference on a line of its own',
    voice: VOICES.deviations,
    answers: 'cell',
    body: (told) =>
      table(
        ['Controls specified by the Company', 'Tests performed by the Service Auditor', 'Deviations'],
        told.map((one) => [
          `<b>${one.ref}</b><br>${one.activity}`,
          one.test,
          answered(one, 'Management response'),
        ]),
        [36, 36, 28],
      ),
  },
  {
    name: 'rows of headings with the criterion inside the table',
    voice: VOICES.words,
    body: (told) =>
      `<table>${heads(['Control No.', 'Control Description', 'Tests Applied', 'Test Results'], [12, 32, 33, 23])}${byCriterion(
        told,
      )
        .map(
          ([id, group]) =>
            `<tr><td colspan="4" class="band"><b>${groupTitle(id)}</b></td></tr>${group
              .map(
                (one) =>
                  `<tr><td>${one.ref}</td><td>${one.activity}</td><td>${one.test}</td><td>${one.result}</td></tr>`,
              )
              .join('')}`,
        )
        .join('')}</table>`,
  },
  {
    name: 'five columns with the whole criterion over several rows, landscape',
    voice: VOICES.plain,
    landscape: true,
    body: (told) =>
      `<table>${heads(['Trust Services Criteria', 'Control #', 'Control', 'Test', 'Result'], [22, 8, 27, 27, 16])}${byCriterion(
        told,
      )
        .map(([id, group]) =>
          group
            .map(
              (one, at) =>
                `<tr>${at ? '' : `<td rowspan="${group.length}">${groupTitle(id)}</td>`}<td>${one.ref}</td><td>${one.activity}</td><td>${one.test}</td><td>${one.result}</td></tr>`,
            )
            .join(''),
        )
        .join('')}</table>`,
  },
  {
    name: 'the results in the middle',
    voice: VOICES.effective,
    body: (told) =>
      table(
        ['Ref', 'Auditor’s conclusion', 'Control in place', 'How the control was tested'],
        told.map((one) => [one.ref, one.result, one.activity, one.test]),
        [12, 26, 30, 32],
      ),
  },
  {
    name: 'the criteria on the right',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['ID', 'Control Activity', 'Testing Performed', 'Testing Result', 'TSC Mapping'],
        told.map((one) => [one.ref, one.activity, one.test, one.result, one.criteria.join('<br>')]),
        [10, 28, 30, 22, 10],
      ),
  },
  {
    name: 'several tests under one control, each with its result',
    voice: VOICES.plain,
    body: (told) =>
      `<table>${heads(['Control Activity', 'Tests Performed', 'Results'], [34, 40, 26])}${told
        .map(
          (one) =>
            `<tr><td rowspan="2"><b>${one.ref}</b><br>${one.activity} The owner keeps the records for a year, and reports to the head of the department.</td><td>Inquired of the control owner to understand how the control works.</td><td>No exceptions noted.</td></tr><tr><td>${one.test}</td><td>${one.result}</td></tr>`,
        )
        .join('')}</table>`,
  },
  {
    name: 'tests numbered a and b in one cell, results likewise',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['Control', 'Test Procedures', 'Test Results'],
        told.map((one) => [
          `${one.ref}: ${one.activity}`,
          `a. Inquired of management about the control.<br>b. ${one.test}`,
          one.truth === 'idle' ? one.result : `a. No exceptions noted.<br>b. ${one.result}`,
        ]),
        [34, 36, 30],
      ),
  },
  {
    name: 'tests and results in one column',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['Control #', 'Control Activity', 'Tests of Operating Effectiveness and Results Thereof'],
        told.map((one) => [one.ref, one.activity, `${one.test}<br><br>${one.result}`]),
        [12, 38, 50],
      ),
  },
  {
    name: 'cards with labels that stand over their text',
    voice: VOICES.deviations,
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${group
              .map(
                (one) =>
                  `<div class="card"><p><b>Control ${one.ref}</b><br>${one.activity}</p><p><b>Test of Operating Effectiveness</b><br>${one.test}</p><p><b>Result</b><br>${one.result}</p></div>`,
              )
              .join('')}`,
        )
        .join(''),
  },
  {
    name: 'cards with labels on the left',
    voice: VOICES.plain,
    answers: 'cell',
    body: (told) =>
      told
        .map((one) =>
          table(
            [],
            [
              ['<b>Control ID</b>', one.ref],
              ['<b>Criteria</b>', one.criteria.join(', ')],
              ['<b>Control Activity</b>', one.activity],
              ['<b>Test Performed</b>', one.test],
              ['<b>Test Result</b>', one.result],
              ...(one.response ? [['<b>Management’s Response</b>', one.response]] : []),
            ],
            [25, 75],
          ),
        )
        .join(''),
  },
  {
    name: 'cards whose head holds reference and criteria',
    voice: VOICES.bare,
    body: (told) =>
      told
        .map(
          (one) =>
            `<div class="card"><div class="band"><b>${one.ref} &nbsp;|&nbsp; ${one.criteria.join(', ')}</b></div><p>${one.activity}</p><p><i>What we tested:</i> ${one.test}</p><p><i>Outcome:</i> ${one.result}</p></div>`,
        )
        .join(''),
  },
  {
    name: 'cards with test and result side by side',
    voice: VOICES.plain,
    body: (told) =>
      told
        .map(
          (one) =>
            `<table class="card"><tr class="band"><th>${one.ref}</th><th>${one.criteria.join(', ')}</th></tr><tr><td colspan="2">${one.activity}</td></tr><tr><th>Tests performed by service auditor</th><th>Results</th></tr><tr><td>${one.test}</td><td>${one.result}</td></tr></table>`,
        )
        .join(''),
  },
  {
    name: 'prose, a paragraph for each control',
    voice: VOICES.plain,
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${group.map((one) => `<p><b>${one.ref}.</b> ${one.activity} ${one.test} ${one.result}</p>`).join('')}`,
        )
        .join(''),
  },
  {
    name: 'prose, control and test in paragraphs of their own',
    voice: VOICES.words,
    answers: 'cell',
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${group
              .map(
                (one) =>
                  `<p><b>Control activity ${one.ref}</b></p><p>${one.activity}</p><p>We tested this control as follows. ${one.test}</p><p>${one.result}</p>${one.response ? `<p><i>Management’s response: ${one.response}</i></p>` : ''}`,
              )
              .join('')}`,
        )
        .join(''),
  },
  {
    name: 'headings and bullets',
    voice: VOICES.effective,
    body: (told) =>
      told
        .map(
          (one) =>
            `<h4>${one.ref} (${one.criteria.join(', ')})</h4><p>${one.activity}</p><ul><li>Inquired of the owner.</li><li>${one.test}</li></ul><p>Conclusion: ${one.result}</p>`,
        )
        .join(''),
  },
  {
    name: 'results as codes, explained in a list behind the table',
    voice: VOICES.plain,
    body: (told) => {
      const failed = told.filter((one) => one.truth === 'exception')
      return `<p>NE = no exceptions noted. E = exception noted, see the list behind the tables. NO = the control did not operate during the period.</p>${table(
        ['Ref.', 'Control', 'Test', 'Result'],
        told.map((one) => [
          one.ref,
          one.activity,
          one.test,
          one.truth === 'pass' ? 'NE' : one.truth === 'idle' ? 'NO' : `E${failed.indexOf(one) + 1}`,
        ]),
        [11, 38, 41, 10],
      )}<h3>Exceptions</h3>${failed.map((one, at) => `<p>E${at + 1} – ${one.ref}: ${one.result}</p>`).join('')}`
    },
  },
  {
    name: 'ticks and crosses with remarks',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['#', 'Control', 'Test', 'Operating effectively?', 'Remarks'],
        told.map((one) => [
          one.ref,
          one.activity,
          one.test,
          one.truth === 'exception' ? '✗' : one.truth === 'idle' ? 'n/a' : '✓',
          one.truth === 'pass' ? '' : one.result,
        ]),
        [10, 28, 32, 10, 20],
      ),
  },
  {
    name: 'pass or fail with comments of the auditor',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['Control ID', 'Control', 'Auditor Test', 'Pass/Fail', 'Auditor Comments'],
        told.map((one) => [
          one.ref,
          one.activity,
          one.test,
          one.truth === 'exception' ? 'Fail' : one.truth === 'idle' ? 'Not operated' : 'Pass',
          one.truth === 'pass' ? '' : one.result.replace('Exception noted. ', ''),
        ]),
        [11, 26, 30, 10, 23],
      ),
  },
  {
    name: 'a row of its own below the control for the exception and the response',
    voice: VOICES.plain,
    answers: 'cell',
    body: (told) =>
      `<table>${heads(['Control Number', 'Control Activity', 'Test Performed', 'Test Results'], [12, 33, 35, 20])}${told
        .map(
          (one) =>
            `<tr><td>${one.ref}</td><td>${one.activity}</td><td>${one.test}</td><td>${one.truth === 'exception' ? 'Exception noted. See below.' : one.result}</td></tr>${
              one.truth === 'exception'
                ? `<tr><td colspan="4"><b>Exception:</b> ${one.result.replace('Exception noted. ', '')}</td></tr><tr><td colspan="4"><b>Management’s Response:</b> ${one.response}</td></tr>`
                : ''
            }`,
        )
        .join('')}</table>`,
  },
  {
    name: 'a summary of exceptions in front of the tests',
    voice: VOICES.plain,
    answers: 'summary',
    body: (told) =>
      `<h3>Summary of exceptions</h3>${table(
        ['Control', 'Exception noted', 'Management’s response'],
        told.filter((one) => one.truth === 'exception').map((one) => [one.ref, one.result, one.response]),
        [14, 46, 40],
      )}<h3>Tests of controls</h3>${table(
        ['Control', 'Control activity', 'Test of controls', 'Result'],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [10, 31, 34, 25],
      )}`,
  },
  {
    name: 'responses in Section V by criterion',
    voice: VOICES.plain,
    answers: 'criterion',
    body: (told) =>
      table(
        ['Control', 'Control activity', 'Test of controls', 'Result', 'Criteria'],
        told.map((one) => [one.ref, one.activity, one.test, one.result, one.criteria.join()]),
        [9, 28, 30, 24, 9],
      ),
    after: (told) =>
      table(
        ['Criteria', 'Exception', 'Management Response'],
        told
          .filter((one) => one.truth === 'exception')
          .map((one) => [one.criteria.join(), one.result, one.response]),
        [12, 46, 42],
      ),
  },
  {
    name: 'responses in a letter',
    voice: VOICES.deviations,
    answers: 'letter',
    body: (told) =>
      table(
        ['No.', 'Control', 'Test', 'Deviations noted'],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [8, 32, 34, 26],
      ),
    after: (told) =>
      `<h3>Management’s response to the deviations</h3><p>We thank the service auditor for the observations and answer them as follows.</p>${told
        .filter((one) => one.truth === 'exception')
        .map((one) => `<p><b>Control ${one.ref}</b> – ${one.response}</p>`)
        .join('')}`,
  },
  {
    name: 'six small columns in landscape with responses',
    voice: VOICES.plain,
    landscape: true,
    size: 7,
    answers: 'column',
    body: (told) =>
      table(
        [
          'Criteria',
          'Control ID',
          'Control Description',
          'Test Procedure',
          'Test Result',
          'Management Response',
        ],
        told.map((one) => [
          one.criteria.join(),
          one.ref,
          one.activity,
          one.test,
          one.result,
          one.response || 'N/A',
        ]),
        [7, 8, 25, 25, 18, 17],
      ),
  },
  {
    name: 'a column of another framework between',
    voice: VOICES.deviations,
    landscape: true,
    body: (told) =>
      table(
        [
          'TSC',
          'HIPAA Security Rule',
          'Control Ref',
          'Control',
          'Test of Operating Effectiveness',
          'Results',
        ],
        told.map((one, at) => [
          one.criteria.join(),
          `164.308(a)(${1 + (at % 8)})`,
          one.ref,
          one.activity,
          one.test,
          one.result,
        ]),
        [7, 13, 8, 27, 27, 18],
      ),
  },
  {
    name: 'no rules, headings once, rows over pages',
    voice: VOICES.words,
    css: 'td,th{border:none;padding:7px 9px} thead{display:table-row-group} tr{page-break-inside:auto}',
    body: (told) =>
      table(
        ['Control', 'Control Activity', 'Service Auditor’s Test', 'Results of Testing'],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [14, 29, 33, 24],
      ),
  },
  {
    name: 'two columns under unusual headings',
    voice: VOICES.effective,
    body: (told) =>
      table(
        ['What the company does', 'What we did and what we found'],
        told.map((one) => [`${one.ref} – ${one.activity}`, `${one.test} ${one.result}`]),
        [45, 55],
      ),
  },
  {
    name: 'three columns under unusual headings',
    voice: VOICES.plain,
    body: (told) =>
      table(
        ['What is done', 'How we looked at it', 'What we saw'],
        told.map((one) => [`${one.ref} ${one.activity}`, one.test, one.result]),
        [36, 38, 26],
      ),
  },
  {
    name: 'no headings at all',
    voice: VOICES.plain,
    body: (told) =>
      table(
        [],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [10, 32, 34, 24],
      ),
  },
  {
    name: 'cells centred in their rows',
    voice: VOICES.words,
    css: 'td{vertical-align:middle}',
    body: (told) =>
      table(
        ['Control Ref', 'Control Specified by Management', 'Test Performed', 'Result'],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [14, 30, 32, 24],
      ),
  },
  {
    name: 'serif text in narrow columns, hyphenated',
    voice: VOICES.plain,
    css: 'body{font-family:serif} td{hyphens:auto}',
    body: (told) =>
      table(
        ['Criteria', 'Ref', 'Control', 'Test', 'Result', 'Response'],
        told.map((one) => [
          one.criteria.join(),
          one.ref,
          one.activity,
          one.test,
          one.result,
          one.response || '–',
        ]),
        [8, 9, 22, 23, 19, 19],
      ),
    answers: 'column',
  },
  {
    name: 'the same control under two criteria',
    voice: VOICES.plain,
    repeated: true,
    body: (told) =>
      [
        ...byCriterion(told),
        ['CC6.3', told.filter((one) => one.criteria.includes('CC6.2'))] as [string, Told[]],
      ]
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${table(
              ['Control #', 'Control', 'Test', 'Result'],
              group.map((one) => [one.ref, one.activity, one.test, one.result]),
              [12, 32, 32, 24],
            )}`,
        )
        .join(''),
  },
  {
    name: 'controls first, tests by number afterwards',
    voice: VOICES.plain,
    body: (told) =>
      `<h3>Controls</h3>${table(
        ['Criteria', 'Control', 'Description of control'],
        told.map((one) => [one.criteria.join(), one.ref, one.activity]),
        [12, 14, 74],
      )}<h3>Tests and results</h3>${table(
        ['Control', 'Test of controls', 'Result of test'],
        told.map((one) => [one.ref, one.test, one.result]),
        [14, 50, 36],
      )}`,
  },
  {
    name: 'a page for each criterion with its text in a box',
    voice: VOICES.effective,
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<div style="page-break-after:always"><table><tr><td class="band"><b>${id}</b></td><td>${groupTitle(id).slice(id.length)}</td></tr></table><p>Tests of controls for ${id}:</p>${table(
              ['Control', 'Control activity', 'Test', 'Test result'],
              group.map((one) => [one.ref, one.activity, one.test, one.result]),
              [14, 30, 32, 24],
            )}</div>`,
        )
        .join(''),
  },
  {
    name: 'population, sample and number of deviations in columns',
    voice: VOICES.plain,
    landscape: true,
    body: (told) =>
      table(
        ['Ref', 'Control', 'Test', 'Population', 'Sample', 'Deviations', 'Conclusion'],
        told.map((one) => [
          one.ref,
          one.activity,
          one.test,
          String((one.tested ?? 20) * 4),
          String(one.tested ?? 20),
          String(one.failed ?? 0),
          one.result,
        ]),
        [8, 24, 26, 8, 7, 8, 19],
      ),
  },
  {
    name: 'controls without any number',
    voice: VOICES.plain,
    unnamed: true,
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${table(
              ['Controls', 'Tests of controls', 'Results'],
              group.map((one) => [one.activity, one.test, one.result]),
              [36, 38, 26],
            )}`,
        )
        .join(''),
  },
  {
    name: 'prose without numbers, results in italics',
    voice: VOICES.words,
    unnamed: true,
    body: (told) =>
      byCriterion(told)
        .map(
          ([id, group]) =>
            `<h3>${groupTitle(id)}</h3>${group
              .map(
                (one) =>
                  `<p>${one.activity}</p><p style="margin-left:24px">${one.test}</p><p style="margin-left:24px"><i>${one.result}</i></p>`,
              )
              .join('')}`,
        )
        .join(''),
  },
  {
    name: 'definition lists with small labels',
    voice: VOICES.none,
    answers: 'cell',
    body: (told) =>
      told
        .map(
          (one) =>
            `<div class="card"><p><b>${one.ref}</b> ${one.activity}</p><table class="plain"><tr><td>Criteria:</td><td>${one.criteria.join()}</td></tr><tr><td>Procedure:</td><td>${one.test}</td></tr><tr><td>Exceptions:</td><td>${one.result}</td></tr>${one.response ? `<tr><td>Response:</td><td>${one.response}</td></tr>` : ''}</table></div>`,
        )
        .join(''),
  },
  {
    name: 'a column of exceptions that mostly says none, dark headings',
    voice: VOICES.none,
    css: 'th{background:#123;color:#fff} tr:nth-child(even){background:#eee}',
    body: (told) =>
      table(
        ['Reference', 'Control objective and activity', 'Procedures performed', 'Exceptions'],
        told.map((one) => [one.ref, one.activity, one.test, one.result]),
        [13, 33, 33, 21],
      ),
  },
  {
    name: 'a table per control, landscape, criteria in a list above',
    voice: VOICES.deviations,
    landscape: true,
    body: (told) =>
      told
        .map(
          (one) =>
            `<div class="card"><p>Criteria addressed: ${one.criteria.join(', ')}</p>${table(
              [`Control ${one.ref}`, 'Test of control', 'Result of test'],
              [[one.activity, one.test, one.result]],
              [34, 36, 30],
            )}</div>`,
        )
        .join(''),
  },
  {
    name: 'a list of tests first and one word for all of them at the end',
    voice: VOICES.plain,
    body: (told) =>
      without(told, 'idle')
        .map(
          (one) =>
            `<h4>${one.ref}</h4><p>${one.activity}</p><p>Tests:</p><ol><li>Inquired of the owner of the control.</li><li>${one.test}</li></ol><p>Results: ${one.result}</p>`,
        )
        .join(''),
    leaveIdle: true,
  },
]
