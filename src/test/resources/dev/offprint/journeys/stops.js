// Puts what the Tab key should reach into window.stops, in the order of the page, and describes it.
() => {
  const onlyOneOfItsGroup = element => {
    if (element.type !== 'radio') {
      return true;
    }
    const group = [...document.getElementsByName(element.name)].filter(other => other.form === element.form);
    return element === (group.find(other => other.checked) ?? group[0]);
  };
  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [contenteditable]')]
    .filter(element => !element.disabled && element.type !== 'hidden' && !element.closest('[aria-hidden=true]') && element.checkVisibility({ visibilityProperty: true }))
    .filter(onlyOneOfItsGroup);
  return window.stops.map(element => element.outerHTML.slice(0, 120));
}
