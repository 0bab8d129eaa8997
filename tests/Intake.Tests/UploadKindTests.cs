using Ita.Domain.Frameworks;
using Ita.Intake.Kinds;
using Ita.Intake.Templates;

namespace Ita.Intake.Tests;

/// <summary>What CONTRIBUTING.md asks of each upload kind.</summary>
public sealed class UploadKindTests
{
    public static TheoryData<FileKind> Kinds => [.. Enum.GetValues<FileKind>()];

    [Fact]
    public void Every_kind_is_registered_once() =>
        Assert.Equal(Enum.GetValues<FileKind>().Order(), UploadKinds.All.Select(kind => kind.Kind).Order());

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_has_its_folder_with_its_columns_and_its_form(FileKind kind)
    {
        var folder = Repository.PathTo("src", "Intake", "Kinds", kind.ToString());

        Assert.True(File.Exists(Path.Combine(folder, $"{kind}Kind.cs")), $"{kind}Kind.cs");
        Assert.True(File.Exists(Path.Combine(folder, $"{kind}Form.cs")), $"{kind}Form.cs");
        Assert.NotEmpty(Directory.GetFiles(folder, "*Rows.cs"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_kind_has_a_form_that_reads_as_that_kind_into_its_own_content(FileKind kind)
    {
        var outcome = await Uploads.Read(TemplateWriter.Write(kind, FrameworkCatalogue.BuiltIn.Find(2566)!, "A1"));

        Assert.Equal(kind, outcome.Kind);
        Assert.Equal($"{kind}File", outcome.Content.GetType().Name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_has_its_section_in_the_page_of_files(FileKind kind) =>
        Assert.Contains($"\n## {kind}: ", File.ReadAllText(Repository.PathTo("docs", "csv.md")), StringComparison.Ordinal);

    [Fact]
    public void Every_column_belongs_to_a_kind() => Assert.All(
        Enum.GetValues<Headers.Column>(), column => Assert.Contains(UploadKinds.Columns, kind => kind.Uses(column)));
}
