using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Faults;

/// <summary>Azurite answers requests while it deletes the stored content that nothing refers to any more.</summary>
public sealed class DeletesTests
{
    // Deletes half of the documents as Azurite does, and meanwhile counts how often the event loop goes on to other work.
    private const string Script =
        """
        const path = require('path');
        const load = require('module').createRequire(path.resolve('node_modules/azurite/dist/src/azurite.js'));
        require(path.resolve('scripts/azurite-deletes.js')).deleteInPieces(load);
        const Extents = load('./common/persistence/LokiExtentMetadataStore').default;
        (async () => {
          const store = new Extents('unused', true);
          await store.init();
          const all = Array.from({ length: 1000 }, (_, number) => `extent ${(number * 7919) % 1000}`);
          for (const id of all) {
            await store.updateExtent({ id, locationId: `at ${id}`, path: id, size: 1, lastModifiedInMS: 0 });
          }
          let turns = 0;
          let isDeleting = true;
          const turn = () => { turns++; if (isDeleting) { setImmediate(turn); } };
          setImmediate(turn);
          for (const id of all.slice(0, 500)) {
            await store.deleteExtent(id);
          }
          isDeleting = false;
          const [left] = await store.listExtents(undefined, 5000);
          const found = await Promise.all(all.slice(500).map((id) => store.getExtentLocationId(id)));
          console.log([turns >= 500, left.length, found.every((location, place) => location === `at ${all[500 + place]}`)].join(' '));
        })();
        """;

    [Fact]
    public async Task Other_requests_are_answered_between_two_deletions_and_what_is_left_is_found() =>
        Assert.Equal("true 500 true", (await Node.RunAsync("-e", Script)).Trim());
}
