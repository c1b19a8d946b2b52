// What makes the page wider than the window it is in.
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) {
    return [];
  }
  const sticksOut = element => element.getBoundingClientRect().right > root.clientWidth + 0.5;
  const widest = [...document.body.querySelectorAll('*')]
    .filter(element => sticksOut(element) && ![...element.children].some(sticksOut))
    .map(element => element.outerHTML.slice(0, 120));
  return [`it is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px: ${widest.join(' and ')}`];
}
