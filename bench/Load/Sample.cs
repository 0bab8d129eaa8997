using Ita.Bench.Material;

namespace Ita.Bench.Load;

/// <param name="At">Since the start of the load.</param>
/// <param name="Worker">Memory of the worker process in bytes, shared memory counted in proportion (PSS).</param>
/// <param name="WithBrowsers">The same with the processes that it started.</param>
/// <param name="LocalHost">Memory of the stand-in host in bytes.</param>
/// <param name="Azurite">Memory of the storage emulator in bytes.</param>
/// <param name="Files">Entries of the app's temporary folder.</param>
internal sealed record Sample(TimeSpan At, long Worker, long WithBrowsers, long LocalHost, long Azurite, int Files)
{
    public static Sample Take(RunningApp app, TimeSpan at)
    {
        var processes = app.Processes();
        return new(
            at,
            MemoryOf("worker", ProcessFacts.ProportionalBytes),
            MemoryOf("worker", ProcessFacts.SharedOnce),
            MemoryOf("LocalHost", ProcessFacts.ProportionalBytes),
            MemoryOf("Azurite", ProcessFacts.ProportionalBytes),
            FilesIn(app.Temporary).Count());

        long MemoryOf(string name, Func<int, long> memory) => processes.Where(process => process.Name == name).Sum(process => memory(process.Id));
    }

    /// <summary>The processes of Chromium.</summary>
    public static IEnumerable<int> Browsers(RunningApp app) => app.Processes()
        .Where(process => process.Command.Contains("chrom", StringComparison.OrdinalIgnoreCase)).Select(process => process.Id);

    /// <summary>The names of the entries of a temporary folder.</summary>
    /// <remarks>The runtime's diagnostic sockets belong to each .NET process and end with it.</remarks>
    public static IEnumerable<string> FilesIn(string temporary) => Directory.EnumerateFileSystemEntries(temporary)
        .Select(entry => Path.GetFileName(entry))
        .Where(name => !name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal))
        .Where(name => !name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal));
}
