using System.IO.Compression;
using Ita.App.Reports;
using Ita.App.Web;

namespace Ita.App.Runs;

/// <summary>The reports that a run has printed so far and its manifest as one ZIP file, which is never in memory as a whole.</summary>
internal static class RunArchive
{
    public const string MediaType = "application/zip";

    private const string ReportFolder = $"{StorageNames.Containers.Reports}/";

    /// <param name="manifest">The table of all items, stored as manifest.csv.</param>
    public static async Task WriteAsync(
        Stream output, Run run, TableFile manifest, IAsyncEnumerable<RunItem> items, ReportTable reports, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(
            output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var entry = await archive.CreateEntry("manifest.csv").OpenAsync(cancellationToken))
        {
            await manifest.WriteCsvAsync(entry, cancellationToken);
        }

        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.IsMade && item.Path?.StartsWith(ReportFolder, StringComparison.Ordinal) == true)
            {
                // A PDF is compressed already.
                await using var entry = await archive.CreateEntry(NameOf(run, item), CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await reports.CopyAsync(item.Path[ReportFolder.Length..], entry, cancellationToken);
            }
        }
    }

    // An unknown name of a province may contain a slash, which would be a folder.
    private static string NameOf(Run run, RunItem item) => FormattableString
        .Invariant($"{run.Order.Year}-{(item.IsSummary ? ScopeOf(item.Subject) : item.Subject)}-{item.Kind}.pdf")
        .Replace('/', '-').Replace('\\', '-');

    private static string ScopeOf(string subject)
    {
        var scope = SummaryScope.Parse(subject);
        return (scope.Province, scope.Type) is (null, null) ? "nation" : string.Join('-', ((string?[])[scope.Province, scope.Type]).OfType<string>());
    }
}
