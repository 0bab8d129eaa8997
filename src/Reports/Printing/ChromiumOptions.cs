namespace Ita.Reports.Printing;

/// <summary>Settings of the browser used for printing.</summary>
public sealed record ChromiumOptions
{
    /// <summary>Path of the browser's executable; null to search for it, see <see cref="ChromiumFinder"/>.</summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Maximum number of concurrent prints, 1 or more, each in a browser of its own. More than the number of cores is not faster.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>Timeout of one print, after which its browser is killed; 60 s by default.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to leave the processor to other work (lowest priority).</summary>
    public bool YieldsToOthers { get; init; }

    /// <summary>Receives what an operator should know, such as that the browser runs without its sandbox. Called once per printer and text.</summary>
    public Action<string> Report { get; init; } = _ => { };
}
