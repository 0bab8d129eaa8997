using Azure.Storage.Blobs.Models;
using Ita.Domain.Texts;
using Ita.Intake;
using Ita.Intake.Headers;

namespace Ita.App.Uploads;

/// <summary>The error file of an upload: container upload-errors, <c>{upload}.csv</c>, in an encoding that spreadsheet
/// programs read as Thai.</summary>
public sealed class UploadErrors(OpenStorage storage)
{
    private static readonly string[] Header = ["line", "column", "value", "severity", "code", Heading.Th, Heading.En];

    private static LocalizedText Heading => TextCatalogue.Template("api.errors-heading");

    public Task WriteAsync(string upload, IntakeOutcome outcome, CancellationToken cancellationToken)
    {
        var problems = UploadOutcome.AllOf(outcome).Select(UploadOutcome.ProblemOf);
        return Blob(upload).UploadAsync(
            BinaryData.FromBytes(Csv(problems)),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = CsvText.ContentType } },
            cancellationToken);
    }

    /// <summary>Null when the upload has not been read to its end.</summary>
    public async Task<byte[]?> ReadAsync(string upload, CancellationToken cancellationToken)
    {
        var blob = Blob(upload);
        return await blob.ExistsAsync(cancellationToken)
            ? (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray()
            : null;
    }

    /// <summary>The stored error file as a table. Only the line is a number.</summary>
    internal static TableFile Table(string upload, byte[] csv)
    {
        var rows = CsvText.Parse(csv);
        return new(
            $"{upload}-errors",
            TableFile.Columns(rows[0], "line"),
            rows.Skip(1).Select(row => row.Select((cell, place) => ValueOf(cell, isLine: place == 0)).ToArray()).ToAsyncEnumerable());
    }

    private static object? ValueOf(string cell, bool isLine) =>
        isLine && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : cell;

    private Azure.Storage.Blobs.BlobClient Blob(string upload) =>
        storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.UploadErrors).GetBlobClient($"{upload}.csv");

    private static byte[] Csv(IEnumerable<UploadProblem> problems)
    {
        var csv = new CsvText().Row([.. Header]);
        foreach (var problem in problems)
        {
            csv.Row(problem.Line, problem.Column, problem.Value, problem.Severity, problem.Code, problem.Text, problem.TextEn);
        }

        return csv.ToBytes();
    }
}
