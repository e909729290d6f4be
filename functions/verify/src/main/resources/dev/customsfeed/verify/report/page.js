(() => {
  const filters = document.querySelector('.filters');
  if (!filters) {
    return;
  }
  filters.hidden = false;
  const [level, code, text] = ['level', 'code', 'text'].map((id) => document.getElementById(id));
  const shown = document.getElementById('shown');
  const findings = [...document.querySelectorAll('.finding')];
  const filter = () => {
    const words = text.value.trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const visible =
        (!level.value || finding.dataset.level === level.value) &&
        (!code.value || finding.dataset.code === code.value) &&
        (!words || finding.textContent.toLowerCase().includes(words));
      finding.hidden = !visible;
      count += visible ? 1 : 0;
    }
    shown.textContent = `${count} / ${findings.length}`;
    for (const section of document.querySelectorAll('.actor')) {
      section.hidden = !section.querySelector('.finding:not([hidden])');
    }
  };
  for (const field of [level, code, text]) {
    field.addEventListener('input', filter);
  }
  filter();
})();
