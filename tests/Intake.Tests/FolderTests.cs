using Ita.Tests;

namespace Ita.Intake.Tests;

public sealed class FolderTests
{
    [Fact]
    public void The_folders_of_intake_form_no_cycle()
    {
        var folders = FolderCycles.Find(typeof(Reading.IntakeReader).Assembly.Location, "Ita.Intake");

        Assert.NotEmpty(folders.Edges);
        Assert.Empty(folders.Cycles);
    }
}
