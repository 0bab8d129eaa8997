namespace Ita.LocalHost.Commands;

/// <summary>Asks for the reports of a result, waits for them and writes them below <c>reports/{year}/{agency}/</c>.</summary>
internal sealed class OnceReports(ApiClient api, OnceLine line, CancellationToken stop)
{
    /// <summary>The kind that is over many agencies and not of one.</summary>
    private const string Summary = "summary";

    private volatile bool _failed;

    public bool AllPrinted => !_failed;

    /// <summary>The path of the first report, or null when none was printed.</summary>
    public async Task<string?> WriteAsync(int year, string agency)
    {
        string? first = null;
        foreach (var kind in line.Kinds.Where(kind => kind != Summary))
        {
            var path = Path.Combine("reports", $"{year}", FolderOf(agency), $"{kind}.pdf");
            var written = await WriteAsync(ApiClient.ReportPath(year, agency, kind), path);
            first ??= written;
        }

        return first;
    }

    /// <summary>The summary of everything in a year, when it was asked for.</summary>
    public async Task WriteSummariesAsync(IEnumerable<int> years)
    {
        foreach (var year in line.Kinds.Contains(Summary) ? years : [])
        {
            await WriteAsync($"reports/{year}/{Summary}", Path.Combine("reports", $"{year}", $"{Summary}.pdf"));
        }
    }

    private async Task<string?> WriteAsync(string report, string to)
    {
        var status = await api.PrintAsync(report, stop);
        while (status == "queued")
        {
            await Task.Delay(50, stop);
            status = await api.ReportStatusAsync(report, stop);
        }

        if (status != "printed")
        {
            _failed = true;
            return null;
        }

        var path = Path.Combine(line.Out, to);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, await api.PdfAsync(report, stop), stop);
        return path;
    }

    // An agency code comes from a file and may hold anything; as a folder it must stay one folder.
    private static string FolderOf(string agency)
    {
        var name = string.Concat(agency.Select(letter => letter is '/' or '\\' or ':' || char.IsControl(letter) ? '_' : letter));
        return name.Trim('.').Length == 0 ? "_" : name;
    }
}
