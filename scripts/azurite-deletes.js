// Lets Azurite delete documents without stopping for long. LokiJS sorts every index of a collection anew after findAndRemove, and every ten
// minutes Azurite deletes the stored content that no blob refers to any more, one document after the other: of 20,000 documents 14,000 took
// a minute, in which no request was answered.
'use strict';

// `load` requires the modules of Azurite.
function deleteInPieces(load) {
  const { prototype } = load('lokijs').Collection;
  const { removeBatchByPositions } = prototype;
  prototype.removeBatchByPositions = function (positions) {
    if (positions.length === 1) {
      this.remove(this.data[positions[0]]);
    } else {
      removeBatchByPositions.call(this, positions);
    }
  };

  const Extents = load('./common/persistence/LokiExtentMetadataStore').default;
  const { deleteExtent } = Extents.prototype;
  Extents.prototype.deleteExtent = async function (id) {
    await new Promise(setImmediate);
    return deleteExtent.call(this, id);
  };
}

module.exports = { deleteInPieces };
