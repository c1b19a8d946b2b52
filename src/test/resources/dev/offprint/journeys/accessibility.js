// What axe finds wrong with the page, a line for each place.
async tags => {
  // The browser draws the options of a list, hundreds of them for a time zone; a page cannot make them worse.
  // preload would fetch the style sheet once more, which the pages' own policy forbids to scripts.
  const found = await axe.run({ exclude: ['option', 'optgroup'] }, {
    runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: false, preload: false });
  return found.violations.flatMap(violation => violation.nodes.map(node =>
    `${violation.id}: ${violation.help}, at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
