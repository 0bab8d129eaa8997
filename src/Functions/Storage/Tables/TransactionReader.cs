using System.Globalization;
using Azure;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>Reads the multipart answer to a transaction: one small HTTP answer an action, or the one that failed.</summary>
internal static class TransactionReader
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <exception cref="TableTransactionFailedException">The answer names a failed action.</exception>
    /// <exception cref="InvalidDataException">The answer does not have one part an action, or a part is no HTTP answer.</exception>
    public static IReadOnlyList<Response> Read(Response batch, int actions)
    {
        using var lines = new StringReader(batch.Content.ToString());
        var answers = new List<Response>(actions);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                answers.Add(ReadAnswer(line, lines));
            }
        }

        return answers.Find(answer => answer.IsError) is { } failed
            ? throw new TableTransactionFailedException(failed)
            : AllOf(answers, actions);
    }

    private static List<Response> AllOf(List<Response> answers, int actions) => answers.Count == actions
        ? answers
        : throw new InvalidDataException($"The service answered {answers.Count} of {actions} actions of a transaction.");

    private static TransactionActionResponse ReadAnswer(string statusLine, StringReader lines)
    {
        var words = statusLine.Split(' ', 3);
        var status = int.Parse(words[1], NumberStyles.None, CultureInfo.InvariantCulture);
        return new(status, words.ElementAtOrDefault(2) ?? "", ReadHeaders(lines), status >= 400 ? lines.ReadLine() ?? "" : "");
    }

    private static Dictionary<string, string> ReadHeaders(StringReader lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw new InvalidDataException($"'{line}' is not a header of an answer inside a transaction's answer.");
            }

            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }
}
