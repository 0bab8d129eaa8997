using Ita.Tests;

namespace Ita.Domain.Tests;

/// <summary>Tests the search for folder cycles with a project of a few files.</summary>
public sealed class FolderCyclesTests : IDisposable
{
    private readonly string project = Directory.CreateTempSubdirectory("folder-cycles").FullName;

    public void Dispose() => Directory.Delete(project, recursive: true);

    [Fact]
    public void Folders_in_layers_have_no_cycle()
    {
        Write("Low/Number.cs", "namespace P.Low; class Number;");
        Write("High/Sum.cs", "using P.Low;\nnamespace P.High; class Sum(Number first);");

        Assert.Equal([("High", "Low")], Find().Edges);
        Assert.Empty(Find().Cycles);
    }

    [Theory]
    [InlineData("using P.High;\nnamespace P.Low; class Number;")]
    [InlineData("using static P.High.Sum;\nnamespace P.Low; class Number;")]
    [InlineData("using Total = P.High.Sum;\nnamespace P.Low; class Number;")]
    [InlineData("namespace P.Low; class Number { High.Sum? sum; }")]
    public void An_import_or_a_qualified_name_closes_a_cycle(string number)
    {
        Write("Low/Number.cs", number);
        Write("High/Sum.cs", "using P.Low;\nnamespace P.High; class Sum(Number first);");

        Assert.Equal(["High <-> Low"], Find().Cycles);
    }

    [Fact]
    public void A_nested_folder_uses_its_parent_by_naming_a_type_of_it()
    {
        Write("Pages/Page.cs", "using P.Pages.Sections;\nnamespace P.Pages; class Page(Section first);");
        Write("Pages/Sections/Section.cs", "namespace P.Pages.Sections; class Section(Page whole);");

        Assert.Equal(["Pages <-> Pages/Sections"], Find().Cycles);
    }

    [Fact]
    public void A_component_uses_a_component_that_the_imports_make_known()
    {
        Write("_Imports.razor", "@using P.Views\n@using P.Parts");
        Write("Views/View.razor", "<Part />");
        Write("Parts/Part.razor", "@* not the View *@<p></p>");

        Assert.Equal([("Views", "Parts")], Find().Edges);
    }

    [Fact]
    public void A_property_with_the_name_of_a_component_is_no_use_of_it()
    {
        Write("_Imports.razor", "@using P.Parts");
        Write("Views/View.razor", "@code { private int Part => 1; }");
        Write("Parts/Part.razor", "<p></p>");

        Assert.Empty(Find().Edges);
    }

    [Fact]
    public void A_cycle_over_three_folders_is_one_group()
    {
        Write("A/One.cs", "using P.B;\nnamespace P.A; class One;");
        Write("B/Two.cs", "using P.C;\nnamespace P.B; class Two;");
        Write("C/Three.cs", "using P.A;\nnamespace P.C; class Three;");

        Assert.Equal(["A <-> B <-> C"], Find().Cycles);
    }

    private FolderCycles Find() => FolderCycles.Find(project, "P");

    private void Write(string path, string text)
    {
        var file = Path.Combine(project, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
