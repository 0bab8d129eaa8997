namespace Ita.Reports.Printing;

/// <summary>How the browser is found and how hard it is worked.</summary>
public sealed record ChromiumOptions
{
    /// <summary>The browser's executable; null looks for one, see <see cref="ChromiumFinder"/>.</summary>
    public string? ExecutablePath { get; init; }

    /// <summary>Prints at once, 1 or more. More than the machine has cores prints no faster and only waits longer.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>The longest one print may take before its browser is given up; default 60 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
