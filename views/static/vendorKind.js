// Shows what the chosen kind of vendor usually is right below the choice; without it the table beneath says the same.
const choice = document.getElementById('field-category')
const note = document.getElementById('kind-note')

function say() {
  const row = document.querySelector(`tr[data-kind="${CSS.escape(choice.value)}"]`)
  note.hidden = row === null
  if (row) note.textContent = `Usually ${row.cells[1].textContent}. ${row.cells[2].textContent}`
}

choice.addEventListener('change', say)
say()
