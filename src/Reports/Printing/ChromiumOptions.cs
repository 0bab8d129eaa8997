namespace Ita.Reports.Printing;

/// <summary>Settings of the browser used for printing.</summary>
public sealed record ChromiumOptions
{
    /// <summary>Path of the browser's executable; null to search for it, see <see cref="ChromiumFinder"/>.</summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Maximum number of concurrent prints, 1 or more. More than the number of cores is not faster.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>Timeout of one print, after which its browser is killed; 60 s by default.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
