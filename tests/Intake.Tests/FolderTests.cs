namespace Ita.Intake.Tests;

public sealed class FolderTests
{
    [Fact]
    public void The_folders_of_intake_form_no_cycle() => Assert.Empty(FolderCycles.Find(Repository.PathTo("src", "Intake")));

    [Fact]
    public void A_cycle_is_found_by_imports_and_by_the_types_of_the_namespace_above()
    {
        var folder = Directory.CreateTempSubdirectory("ita-folders");
        try
        {
            Write("One.cs", "using App.Inner;\nnamespace App;\npublic sealed class One;");
            Assert.Empty(FolderCycles.Find(folder.FullName + Write("Two.cs", "namespace App.Inner;\npublic sealed class Two; // One")));

            Write("Two.cs", "namespace App.Inner;\npublic sealed class Two(One one);");
            Assert.Equal(["App -> App.Inner -> App", "App.Inner -> App -> App.Inner"], FolderCycles.Find(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Write(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
            return "";
        }
    }
}
