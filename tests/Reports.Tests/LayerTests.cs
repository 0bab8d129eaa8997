using Ita.Tests;

namespace Ita.Reports.Tests;

public class LayerTests
{
    [Fact]
    public void No_folder_uses_a_folder_that_uses_it()
    {
        var folders = FolderCycles.Find(typeof(Rendering.Report).Assembly.Location, "Ita.Reports");

        Assert.NotEmpty(folders.Edges);
        Assert.Empty(folders.Cycles);
    }
}
