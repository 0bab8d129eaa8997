using System.Runtime.InteropServices;

namespace Ita.LocalHost.Commands;

/// <summary>
/// The folder whose data is kept between runs, locked for one process: Azurite's files, the operator key, and whether the samples
/// were loaded.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Azurite creates all of these before it listens.
    private static readonly string[] StorageEntries =
    [
        "__azurite_db_blob__.json", "__azurite_db_blob_extent__.json", "__azurite_db_queue__.json", "__azurite_db_queue_extent__.json",
        "__azurite_db_table__.json", "__blobstorage__", "__queuestorage__",
    ];

    private readonly string path;
    private readonly FileStream lockFile;

    /// <exception cref="IOException">Another process uses the folder, or its store has lost files.</exception>
    public DataFolder(string path)
    {
        this.path = path;
        MakePrivate();
        lockFile = TakeLock();
        var missing = StorageEntries.Where(name => !Path.Exists(Path.Combine(Storage, name))).ToList();
        if (missing.Count > 0 && IsUsed())
        {
            lockFile.Dispose();
            throw new IOException($"The store in {Storage} has lost files: {string.Join(", ", missing)}. Nothing was started. {Remedy(Storage)}");
        }

        Directory.CreateDirectory(Storage);
    }

    public string Storage => Path.Combine(path, "storage");

    public bool SamplesLoaded => File.Exists(SamplesFile);

    private string KeyFile => Path.Combine(path, "operator-key");

    private string SamplesFile => Path.Combine(path, "samples-loaded");

    /// <summary>What to do about a store that cannot be used.</summary>
    public static string Remedy(string storage) => Path.GetDirectoryName(storage) is { } data
        ? $"Restore a copy of {data}, or move {data} away: the next start then makes a new, empty store."
        : "";

    /// <summary>The operator key of earlier runs; null when there is none.</summary>
    public string? ReadKey() => File.Exists(KeyFile) && File.ReadAllText(KeyFile).Trim() is { Length: > 0 } key ? key : null;

    /// <summary>Keeps the key for later runs. A folder with a key must have a store, so this is called when storage runs.</summary>
    public void WriteKey(string key) => File.WriteAllText(KeyFile, key);

    public void WriteSamplesLoaded() => File.WriteAllText(SamplesFile, "");

    /// <summary>Waits for the Azurite of a killed LocalHost, which is still writing the files that a new one would read.</summary>
    public async Task WaitForEarlierStorageAsync(CancellationToken cancellationToken)
    {
        if (IsStorageRunning())
        {
            await Console.Error.WriteLineAsync($"Waiting for the storage of an earlier ./run to write its files in {Storage}.");
        }

        while (IsStorageRunning())
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Takes the rights of others from files that an earlier version wrote, or that were copied back from a backup.</summary>
    public void MakeFilesPrivate()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            entry.UnixFileMode &= ~Others;
        }
    }

    public void Dispose() => lockFile.Dispose();

    // A start that was interrupted leaves some of the files, but no content of blobs and messages.
    private bool IsUsed() => ReadKey() is not null || SamplesLoaded
        || StorageEntries.Where(name => name.EndsWith("storage__", StringComparison.Ordinal)).Select(name => Path.Combine(Storage, name))
            .Any(folder => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any());

    private bool IsStorageRunning()
    {
        try
        {
            var id = File.ReadAllText(Path.Combine(Storage, "pid"));
            return File.ReadAllText($"/proc/{id}/cmdline").Contains("azurite.js", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The umask applies to all files that this process and its children create from now on: they hold personal data.
    private void MakePrivate()
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask(0b000_111_111);
            folder.UnixFileMode = OwnerOnly;
        }
    }

    private FileStream TakeLock()
    {
        try
        {
            return new(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException held)
        {
            throw new IOException($"Another ./run uses {path}: stop that one first. Nothing was started. ({held.Message})", held);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);
}
