using Ita.Tests;

namespace Ita.Domain.Tests;

public class LayerTests
{
    [Fact]
    public void No_folder_uses_a_folder_that_uses_it()
    {
        var folders = FolderCycles.Find(typeof(Domain.Frameworks.Framework).Assembly.Location, "Ita.Domain");

        Assert.NotEmpty(folders.Edges);
        Assert.Empty(folders.Cycles);
    }
}
