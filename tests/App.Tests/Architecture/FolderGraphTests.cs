using System.Text;
using Ita.Tests;

namespace Ita.App.Tests.Architecture;

/// <summary>The folders of every project form layers, and docs/architecture.md shows which folder uses which.</summary>
public sealed class FolderGraphTests
{
    private const string Start = "<!-- folder-graph -->";
    private const string End = "<!-- /folder-graph -->";

    private static readonly string[] Projects = ["Domain", "Intake", "Reports", "App", "Functions", "LocalHost"];

    public static TheoryData<string> AllProjects => [.. Projects];

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void No_folder_of_a_project_is_in_a_cycle(string project) => Assert.Empty(Find(project).Cycles);

    /// <remarks>Review every new arrow, then run with ITA_UPDATE_DOCS=1 to write it into the document.</remarks>
    [Fact]
    public void The_architecture_shows_every_arrow_between_folders()
    {
        var file = Path.Combine(Repository.Root, "docs", "architecture.md");
        var text = File.ReadAllText(file);
        var before = text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)];
        var expected = $"{before}\n{Graph()}{text[text.IndexOf(End, StringComparison.Ordinal)..]}";
        if (Environment.GetEnvironmentVariable("ITA_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, expected);
            text = expected;
        }

        Assert.Equal(expected, text);
    }

    // One line per folder, the folders that others use first.
    private static string Graph()
    {
        var lines = new StringBuilder();
        foreach (var project in Projects)
        {
            lines.Append($"\n**{project}**\n\n| folder | uses |\n|---|---|\n");
            foreach (var folder in Find(project).Edges.GroupBy(edge => edge.From)
                .OrderBy(folder => folder.Count()).ThenBy(folder => folder.Key, StringComparer.Ordinal))
            {
                lines.Append($"| {Name(folder.Key)} | {string.Join(", ", folder.Select(edge => Name(edge.To)).Order(StringComparer.Ordinal))} |\n");
            }
        }

        return lines.Append('\n').ToString();
    }

    private static string Name(string folder) => folder == FolderCycles.ProjectFolder ? "(project)" : folder;

    private static FolderCycles Find(string project) => FolderCycles.Find(AssemblyOf(project), $"Ita.{project}");

    // The tests refer to every project but the one of the triggers, which they run as it is built.
    private static string AssemblyOf(string project) => project switch
    {
        "Functions" => Hosting.BuiltApp.Worker,
        "LocalHost" => typeof(LocalHost.Commands.Azurite).Assembly.Location,
        _ => Path.Combine(AppContext.BaseDirectory, $"Ita.{project}.dll"),
    };
}
