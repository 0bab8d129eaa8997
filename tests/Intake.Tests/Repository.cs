namespace Ita.Intake.Tests;

/// <summary>Files of the repository, found from wherever the tests were built to.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ItaFunctions.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No ItaFunctions.sln above the tests.");
        }

        return directory.FullName;
    }
}
