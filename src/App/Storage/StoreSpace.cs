namespace Ita.App.Storage;

/// <summary>The free space of the disk that holds the store of the emulator. Azurite acknowledges writes before it saves them, so they are
/// refused while there may be no space to save them.</summary>
internal sealed class StoreSpace
{
    /// <summary>The folder of the store; not set for an account on Azure, which has no such limit.</summary>
    public const string FolderSetting = "ITA_STORE_FOLDER";

    /// <summary>The free space in MB below which writes are refused.</summary>
    public const string LimitSetting = "ITA_STORE_FREE_MB";

    private const long UsualLimit = 200;
    private const long Megabyte = 1_048_576;

    private readonly string? folder;
    private readonly long limit;
    private readonly Func<string, long> free;

    public StoreSpace(IConfiguration configuration)
        : this(configuration, folder => new DriveInfo(folder).AvailableFreeSpace)
    {
    }

    /// <param name="configuration">The app settings.</param>
    /// <param name="free">Returns the free bytes of the disk that holds a folder.</param>
    public StoreSpace(IConfiguration configuration, Func<string, long> free)
    {
        folder = configuration[FolderSetting] is { Length: > 0 } named ? named : null;
        limit = Megabyte * (long.TryParse(configuration[LimitSetting], CultureInfo.InvariantCulture, out var megabytes) ? megabytes : UsualLimit);
        this.free = free;
    }

    /// <summary>False when the disk has too little free space, or cannot be read.</summary>
    public bool IsEnough()
    {
        try
        {
            return folder is null || free(folder) >= limit + SavedSize(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Azurite writes each of its files anew before it replaces the old one.
    private static long SavedSize(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("__azurite_db_*.json").Sum(file => file.Length);
}
