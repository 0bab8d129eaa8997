using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Faults;

/// <summary>Azurite answers requests while it deletes the stored content that nothing refers to any more.</summary>
public sealed class DeletesTests
{
    // Starts Azurite as LocalHost does. Then deletes half of the documents of a store as Azurite does every ten minutes, and meanwhile counts how
    // often the event loop goes on to other work, and how often an index is sorted anew.
    private const string Script =
        """
        const path = require('path');
        const load = require('module').createRequire(path.resolve('node_modules/azurite/dist/src/azurite.js'));
        // LocalHost holds the other end of this pipe; when it ends, Azurite closes.
        Object.defineProperty(process, 'stdin', { value: new (require('stream').Readable)({ read() {} }) });
        require(path.resolve('scripts/azurite.js'));
        const { prototype } = load('lokijs').Collection;
        const { ensureIndex } = prototype;
        let sorts = 0;
        prototype.ensureIndex = function (name, force) {
          sorts += this.binaryIndices[name]?.dirty ? 1 : 0;
          return ensureIndex.call(this, name, force);
        };
        const Extents = load('./common/persistence/LokiExtentMetadataStore').default;
        (async () => {
          const store = new Extents('unused', true);
          await store.init();
          const all = Array.from({ length: 1000 }, (_, number) => `extent ${(number * 7919) % 1000}`);
          for (const id of all) {
            await store.updateExtent({ id, locationId: `at ${id}`, path: id, size: 1, lastModifiedInMS: 0 });
          }
          await store.getExtentLocationId(all[0]);
          sorts = 0;
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
          const isRight = found.every((location, place) => location === `at ${all[500 + place]}`);
          console.log(['result', turns >= 500, sorts, left.length, isRight].join(' '));
          process.exit(0);
        })();
        """;

    [Fact]
    public async Task Other_requests_are_answered_between_two_deletions_and_what_is_left_is_found()
    {
        var output = await Node.RunAsync(
            "-e", Script, "azurite", "--silent", "--inMemoryPersistence", "--disableTelemetry",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("result true 0 500 true", Assert.Single(lines, line => line.StartsWith("result", StringComparison.Ordinal)));
    }
}
