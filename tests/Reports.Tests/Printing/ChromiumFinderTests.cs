using Ita.Reports.Printing;

namespace Ita.Reports.Tests.Printing;

public sealed class ChromiumFinderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finder");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_variable_wins_over_the_path() => Assert.Equal(Made("mine"), Find(Made("mine")));

    [Fact]
    public void The_headless_shell_is_preferred()
    {
        Made("chromium");

        Assert.Equal(Made("chromium-headless-shell"), Find());
    }

    [Fact]
    public void None_at_all_names_what_to_install() =>
        Assert.Contains("chromium-headless-shell", Assert.Throws<ChromiumNotFoundException>(() => Find()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_variable_that_names_nothing_is_said_so_and_not_passed_over()
    {
        Made("chromium");

        Assert.Contains("/gone", Assert.Throws<ChromiumNotFoundException>(() => Find("/gone")).Message, StringComparison.Ordinal);
    }

    private string Find(string? named = null) =>
        ChromiumFinder.Find(name => name == ChromiumFinder.Variable ? named : folder.FullName);

    private string Made(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "");
        return path;
    }
}
