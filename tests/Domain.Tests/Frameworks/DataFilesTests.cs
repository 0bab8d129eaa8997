using System.Security.Cryptography;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>Detects accidental changes of data files, which would change results of earlier years.</summary>
public class DataFilesTests
{
    private const string HowTo =
        "A framework file differs from its line in data-files.sha256. By accident: take the change back. On purpose: raise the "
        + "\"version\" in the file, say in the change log which bodies' results change, and put this in data-files.sha256:";

    [Fact]
    public void Framework_files_change_only_on_purpose()
    {
        var actual = string.Concat(DataFiles.Names.Select(name => $"{HashOf(name)}  {name}\n"));
        var agreed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Frameworks", "data-files.sha256"));

        Assert.True(actual == agreed, $"{HowTo}\n{actual}");
    }

    [Fact]
    public void A_file_is_named_by_its_year() => Assert.Equal(
        FrameworkCatalogue.BuiltIn.Years.Select(year => $"{year}.json"), DataFiles.Names);

    private static string HashOf(string name)
    {
        using var file = DataFiles.Open(name);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
