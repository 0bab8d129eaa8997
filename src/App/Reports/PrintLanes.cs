using Ita.Reports.Printing;

namespace Ita.App.Reports;

/// <summary>Where a report is printed.</summary>
public enum PrintLane
{
    /// <summary>Beside other reports, with the short time limit.</summary>
    Common,

    /// <summary>One at a time, at the lowest priority and with the long time limit: reports that took too long in the common lane.</summary>
    Apart,
}

/// <summary>The printers of both lanes and their time limits.</summary>
internal static class PrintLanes
{
    /// <summary>The setting for how long one print of the common lane may take, as hours:minutes:seconds.</summary>
    private const string Setting = "ITA_PRINT_LIMIT";

    /// <summary>A print of the other lane may take this many times as long.</summary>
    private const int TimesApart = 4;

    // A report takes less than a second, the largest some seconds; a busy machine several times as long.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddPrinters(this IServiceCollection services) => services
        .AddSingleton<IPdfPrinter>(parts => Printer(parts, new() { Pages = 2 * RenderStep.Places, Patience = Limit(parts) }))
        .AddKeyedSingleton<IPdfPrinter>(
            PrintLane.Apart,
            (parts, _) => Printer(parts, new() { Pages = 1, Patience = TimesApart * Limit(parts), YieldsToOthers = true }));

    private static ChromiumPdfPrinter Printer(IServiceProvider parts, ChromiumOptions options)
    {
        var log = parts.GetService<ILogger<ChromiumPdfPrinter>>();
        return new(options with { Report = text => log?.LogWarning("{Report}", text) });
    }

    private static TimeSpan Limit(IServiceProvider parts) =>
        parts.GetService<IConfiguration>()?[Setting] is { Length: > 0 } set ? TimeSpan.Parse(set, CultureInfo.InvariantCulture) : Usual;
}
