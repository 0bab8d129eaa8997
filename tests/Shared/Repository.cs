namespace Ita.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Up(string directory) =>
        File.Exists(Path.Combine(directory, "ItaFunctions.sln"))
            ? directory
            : Up(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("No ItaFunctions.sln above the tests."));
}
