// Where the nodes of an expression stand: in columns from left to right, with few crossings.
//
// A node is one column to the left of its leftmost use (Sugiyama, Tagawa and Toda 1981). What is
// used farther to the right, too, gets a slot of its own in each column between, so that its edge
// finds a way around the nodes; all its edges share these.

const graphLayout = (() => {
  const BOX = {width: 118, height: 62};
  const GAP = {x: 78, y: 18};
  const MARGIN = 14;
  const SWEEPS = 12;
  const LEAF = 0.001; // the weight of a leaf, where it and an operation wish for the same place

  /** The column of each node. Edges are in the order of their results. */
  function columns(count, edges) {
    const distance = new Array(count).fill(0); // in columns, to the last node
    edges.slice().reverse().forEach(({result, operand}) => {
      distance[operand] = Math.max(distance[operand], distance[result] + 1);
    });
    const most = Math.max(...distance);
    return distance.map((d) => most - d);
  }

  /** Slots of all columns, each with its neighbors in the columns to its left and right. */
  function slots(column, edges) {
    const inner = new Set(edges.map(({result}) => result));
    const all = Array.from({length: Math.max(...column) + 1}, () => []);
    const last = column.slice(); // column up to which a node needs a slot
    edges.forEach(({result, operand}) => {
      last[operand] = Math.max(last[operand], column[result] - 1);
    });
    const of = column.map((c, node) => {
      const chain = [];
      for (let i = c; i <= last[node]; i++) {
        chain.push({weight: inner.has(node) ? 1 : LEAF, height: i === c ? BOX.height : 6,
          left: [], right: [], y: 0});
        all[i].push(chain[i - c]);
      }
      chain.slice(1).forEach((slot, i) => join(chain[i], slot));
      return chain;
    });
    edges.forEach(({result, operand}) =>
      join(of[operand][column[result] - 1 - column[operand]], of[result][0]));
    return {all, of};
  }

  function join(left, right) {
    left.right.push(right);
    right.left.push(left);
  }

  function number(all) {
    all.forEach((column) => column.forEach((slot, i) => {
      slot.place = i;
    }));
  }

  /** Two edges between the same columns cross if their ends are in different orders. */
  function crossings(all) {
    let found = 0;
    for (const column of all) {
      const ends = column.flatMap((slot) => slot.right.map((other) => [slot.place, other.place]));
      for (let i = 0; i < ends.length; i++) {
        for (let k = 0; k < i; k++) {
          found += (ends[i][0] - ends[k][0]) * (ends[i][1] - ends[k][1]) < 0 ? 1 : 0;
        }
      }
    }
    return found;
  }

  /** Sorts each column by the mean places of the neighbors, back and forth; keeps the best. */
  function sort(all) {
    number(all);
    let best = {found: crossings(all), orders: all.map((column) => column.slice())};
    for (let sweep = 0; sweep < SWEEPS && best.found > 0; sweep++) {
      const side = sweep % 2 === 0 ? 'left' : 'right';
      for (const column of side === 'left' ? all : all.slice().reverse()) {
        const mean = new Map(column.map((slot) =>
          [slot, d3.mean(slot[side], (other) => other.place) ?? slot.place]));
        column.sort((a, b) => mean.get(a) - mean.get(b));
        number([column]);
      }
      const found = crossings(all);
      if (found < best.found) {
        best = {found, orders: all.map((column) => column.slice())};
      }
    }
    best.orders.forEach((order, i) => all[i].splice(0, order.length, ...order));
    number(all);
  }

  /**
   * Gives the slots of a column heights as near as possible to those that are wished, in the sense
   * of least squares, but in their order and with gaps: neighbors that would be too near each other
   * become one block, which stands at the weighted mean of their wishes.
   */
  function place(column, wishOf) {
    const blocks = [];
    let offset = 0;
    column.forEach((slot, i) => {
      offset += i === 0 ? 0 : (column[i - 1].height + slot.height) / 2 + GAP.y;
      let block = {sum: slot.weight * (wishOf(slot) - offset), weight: slot.weight,
        slots: [{slot, offset}]};
      while (blocks.length > 0 && mean(blocks.at(-1)) > mean(block)) {
        const above = blocks.pop();
        block = {sum: above.sum + block.sum, weight: above.weight + block.weight,
          slots: [...above.slots, ...block.slots]};
      }
      blocks.push(block);
    });
    blocks.forEach((block) => block.slots.forEach((member) => {
      member.slot.y = mean(block) + member.offset;
    }));
  }

  const mean = (block) => block.sum / block.weight;

  /**
   * Where a slot would stand: amid its neighbors. Of an operation only those that are operations
   * count: its leaves stand beside it, and a long sum that follows them would slope away.
   */
  function wish({left, right, weight}) {
    const all = [...left, ...right];
    const inner = weight === LEAF ? [] : all.filter((other) => other.weight > LEAF);
    return d3.mean(inner.length > 0 ? inner : all, (other) => other.y) ?? 0;
  }

  function placeAll(all) {
    all.forEach((column) => place(column, () => 0));
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const column of sweep % 2 === 0 ? all : all.slice().reverse()) {
        place(column, wish);
      }
    }
  }

  /** The points of an edge: out of the operand, through the columns between, to the result. */
  function route({result, operand}, column, of, x, port) {
    const points = [[x(column[operand]) + BOX.width, of[operand][0].y]];
    for (let c = column[operand] + 1; c < column[result]; c++) {
      const {y} = of[operand][c - column[operand]];
      points.push([x(c), y], [x(c) + BOX.width, y]);
    }
    points.push([x(column[result]), of[result][0].y + port]);
    return points;
  }

  /** The operands of a node arrive one below the other, so that their edges do not cross there. */
  function ports(edges, column, of) {
    const port = new Array(edges.length).fill(0);
    d3.group(d3.range(edges.length), (i) => edges[i].result).forEach((own) => {
      const from = (i) => of[edges[i].operand][column[edges[i].result] - 1
        - column[edges[i].operand]].y;
      own.slice().sort((a, b) => from(a) - from(b)).forEach((i, k) => {
        port[i] = (k - (own.length - 1) / 2) * 26;
      });
    });
    return port;
  }

  /**
   * Lays out a graph.
   *
   * @param edges {result, operand} in the order of the results; operands have lower numbers
   * @returns {width, height, box, nodes: [{x, y}] of the centers, routes: [[x, y], ...] of edges}
   */
  function of(count, edges) {
    const column = columns(count, edges);
    const {all, of: chains} = slots(column, edges);
    sort(all);
    placeAll(all);
    const top = d3.min(all.flat(), (slot) => slot.y - slot.height / 2);
    all.flat().forEach((slot) => {
      slot.y += MARGIN - top;
    });
    const x = (c) => MARGIN + c * (BOX.width + GAP.x);
    const port = ports(edges, column, chains);
    return {
      box: BOX,
      width: x(all.length - 1) + BOX.width + MARGIN,
      height: d3.max(all.flat(), (slot) => slot.y + slot.height / 2) + MARGIN,
      nodes: column.map((c, node) => ({x: x(c) + BOX.width / 2, y: chains[node][0].y})),
      routes: edges.map((edge, i) => route(edge, column, chains, x, port[i])),
    };
  }

  return {of};
})();
