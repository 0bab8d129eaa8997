namespace Ita.Testing;

/// <summary>The folder that holds ItaFunctions.sln, found by walking up from the test's own folder.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ItaFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds ItaFunctions.sln.");
    }
}
