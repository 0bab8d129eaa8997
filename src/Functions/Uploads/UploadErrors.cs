using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Ita.Functions.Storage;
using Ita.Intake;

namespace Ita.Functions.Uploads;

/// <summary>The error file of an upload: container upload-errors, <c>{upload}.csv</c>; opens in a spreadsheet with its Thai intact.</summary>
public sealed class UploadErrors(OpenStorage storage)
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly string[] Header = ["line", "column", "value", "severity", "code", "ข้อผิดพลาดและวิธีแก้", "problem and cure"];

    public Task WriteAsync(string upload, IntakeOutcome outcome, CancellationToken cancellationToken)
    {
        var problems = UploadOutcome.AllOf(outcome).Select(UploadOutcome.ProblemOf);
        return Blob(upload).UploadAsync(
            BinaryData.FromBytes(Csv(problems)),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = ContentType } },
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

    private Azure.Storage.Blobs.BlobClient Blob(string upload) =>
        storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.UploadErrors).GetBlobClient($"{upload}.csv");

    private static byte[] Csv(IEnumerable<UploadProblem> problems)
    {
        var csv = new StringBuilder();
        Row(csv, Header);
        foreach (var problem in problems)
        {
            Row(csv, problem.Line?.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Value, problem.Severity, problem.Code, problem.Text, problem.TextEn);
        }

        // The mark makes a spreadsheet program read UTF-8.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static void Row(StringBuilder csv, params string?[] cells) =>
        csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? text) => text is null ? "" : $"\"{Harmless(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // A cell that starts so is a formula to a spreadsheet program.
    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
