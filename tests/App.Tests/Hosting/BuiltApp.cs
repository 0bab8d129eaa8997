using Ita.Tests;

namespace Ita.App.Tests.Hosting;

/// <summary>The built worker: its assembly, host.json and the files that its build adds.</summary>
/// <remarks>Not a project reference of the tests, because building the worker also builds the host's extensions, which
/// is slow.</remarks>
internal static class BuiltApp
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <exception cref="InvalidOperationException">The worker was not built.</exception>
    public static string Folder { get; } = Find(Path.Combine(Repository.Root, "src", "Functions", "bin", Configuration, "net10.0"));

    /// <summary>The assembly that the host starts with dotnet.</summary>
    public static string Worker { get; } = Path.Combine(Folder, "Ita.Functions.dll");

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "functions.metadata"))
        ? folder
        : throw new InvalidOperationException($"'{folder}' holds no worker: build the solution, or src/Functions, first.");
}
