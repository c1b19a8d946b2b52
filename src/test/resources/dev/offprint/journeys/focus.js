// Where the focus is among window.stops (or -1), and whether it can be seen there: [place, 0 or 1].
() => {
  const focused = document.activeElement;
  const outlined = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && element.checkVisibility({ opacityProperty: true });
  };
  // A field that is drawn by what stands beside it shows its focus there.
  const shown = [focused, focused.nextElementSibling, focused.closest('label')].filter(element => element).some(outlined);
  return [window.stops.indexOf(focused), shown ? 1 : 0];
}
