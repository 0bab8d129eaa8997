using System.Text;
using Ita.Domain.Texts;
using Ita.Intake.Problems;

namespace Ita.Intake.Tests;

/// <summary>docs/problems.md, made from the catalogue and its texts.</summary>
internal static class ProblemPage
{
    private const string Start = """
        # Problems of uploaded files

        Made from the code: `ITA_UPDATE_DOCS=1 dotnet test tests/Intake.Tests` writes this page. Codes are stable. A warning changes
        nothing; an error of a row takes its agency out of this file; an error of the file refuses it whole.


        """;

    public static string Text()
    {
        var page = new StringBuilder(Start.ReplaceLineEndings("\n"))
            .Append("| code | what falls | when | ไทย | English |\n")
            .Append("|---|---|---|---|---|\n");
        foreach (var kind in ProblemCatalogue.All)
        {
            var text = TextCatalogue.Template($"problem.{kind.Code}");
            page.Append($"| `{kind.Code}` | {Falls(kind.Reach)} | {kind.When} | {text.Th} | {text.En} |\n");
        }

        return page.ToString();
    }

    private static string Falls(ProblemReach reach) => reach switch
    {
        ProblemReach.Note => "nothing (warning)",
        ProblemReach.Row => "row and agency",
        _ => "file",
    };
}
