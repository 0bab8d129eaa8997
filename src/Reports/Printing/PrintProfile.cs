namespace Ita.Reports.Printing;

/// <summary>The profile folder of a browser, <c>ita-print-…</c> in the temporary folder. It is locked while its process lives.</summary>
internal sealed class PrintProfile : IDisposable
{
    public const string Prefix = "ita-print-";
    private const string LockName = "owner.lock";

    private readonly FileStream held;

    private PrintProfile(string folder, FileStream held) => (Folder, this.held) = (folder, held);

    public string Folder { get; }

    // The folder gets its name when it is locked, so that no other process takes it for left over.
    public static PrintProfile Create()
    {
        var made = Directory.CreateTempSubdirectory("ita-new-print-").FullName;
        var folder = Path.Combine(Path.GetDirectoryName(made)!, Prefix + Path.GetFileName(made)["ita-new-print-".Length..]);
        var held = Lock(made, FileMode.Create);
        Directory.Move(made, folder);
        return new(folder, held);
    }

    /// <summary>Deletes the profiles that killed processes left. A folder of a living process is kept.</summary>
    /// <returns>The number of deleted folders.</returns>
    public static int DeleteLeftOver(string temporary)
    {
        var candidates = Directory.EnumerateDirectories(temporary, Prefix + "*").ToList();
        var used = candidates.Count == 0 ? [] : RunningProcesses.CommandLines();
        return candidates.Count(folder => !used.Any(command => command.Contains(folder, StringComparison.Ordinal)) && TryDelete(folder));
    }

    public void Dispose()
    {
        held.Dispose();
        Delete(Folder);
    }

    // A folder without a lock is of an earlier version, and the browsers that use it are known by their command line.
    private static bool TryDelete(string folder)
    {
        try
        {
            using (File.Exists(Path.Combine(folder, LockName)) ? Lock(folder, FileMode.Open) : null)
            {
                return Delete(folder);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The operating system releases the lock when the process ends, however it ends.
    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    // A process of the killed browser may still write into its folder; what is left then is deleted at the next start.
    private static bool Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
