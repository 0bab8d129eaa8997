using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Runs;

/// <summary>Runs from the order to the manifest, through the real app.</summary>
[Collection(AppTests.Name)]
public sealed class RunsTests(RunningApp running)
{
    [Fact]
    public async Task Without_printing_every_agency_has_its_line_and_every_hash_is_that_of_its_blob()
    {
        await RunNation.SentAsync(running.Api, "จังหวัดหนึ่ง", ("RUNA1", 90m), ("RUNA2", 80m), ("RUNA3", null), ("RUNA4", 70m));
        var run = await running.Api.StartedAsync(RunNation.Order("จังหวัดหนึ่ง", "result"));

        var finished = await running.Api.FinishedAsync(run.Id());
        var manifest = await running.Api.ManifestAsync(run.Id());

        Assert.Equal(("finished", "4 0 3 1 0", "skipped no-result 1"), (finished.State(), finished.Counts(), finished.Reasons()));
        Assert.Equal(4, finished.GetProperty("agencies").GetInt32());
        Assert.Equal(["RUNA1", "RUNA2", "RUNA3", "RUNA4"], manifest.Select(line => line.Agency));
        Assert.Equal(["done", "done", "skipped", "done"], manifest.Select(line => line.Status));
        foreach (var line in manifest.Where(line => line.Status == "done"))
        {
            Assert.Equal(("1", await HashAsync(line.Path)), (line.Version, line.Sha256));
        }
    }

    [Fact]
    public async Task Reports_are_printed_before_the_summary_and_a_repeated_request_prints_none_twice()
    {
        await RunNation.SentAsync(running.Api, "จังหวัดสอง", ("RUNB1", 90m), ("RUNB2", 60m));
        var order = RunNation.Order("จังหวัดสอง", "analysis", "summary");
        var run = await running.Api.StartedAsync(order);

        var first = await running.Api.FinishedAsync(run.Id());
        var manifest = await running.Api.ManifestAsync(run.Id());
        var again = await running.Api.StartedAsync(order);
        var second = await running.Api.FinishedAsync(run.Id());

        Assert.Equal("3 0 3 0 0", first.Counts());
        Assert.Equal(
            ["RUNB1 analysis จังหวัดสอง", "RUNB2 analysis จังหวัดสอง", " summary จังหวัดสอง"],
            manifest.Select(line => $"{line.Agency} {line.Kind} {line.Province}"));
        Assert.All(manifest, line => Assert.StartsWith("reports/2565/", line.Path, StringComparison.Ordinal));
        foreach (var line in manifest)
        {
            Assert.Equal(await HashAsync(line.Path), line.Sha256);
        }

        Assert.Equal((run.Id(), 2), (again.Id(), again.GetProperty("round").GetInt32()));
        Assert.Equal("3 0 3 0 0", second.Counts());
        Assert.Equal(manifest, await running.Api.ManifestAsync(run.Id()));
        Assert.Equal(
            ["manifest.csv", "2565-RUNB1-analysis.pdf", "2565-RUNB2-analysis.pdf", "2565-จังหวัดสอง-summary.pdf"],
            await ArchiveAsync(run.Id(), manifest));
        await NothingLeftAsync(RunNation.Order("จังหวัดสอง", "analysis"), "2 0 0 2 0", "skipped already-printed 2");
    }

    // The names in the archive of a run, whose PDFs have the hashes of its manifest.
    private async Task<IEnumerable<string>> ArchiveAsync(string run, IReadOnlyList<ManifestLine> manifest)
    {
        using var answer = await running.Api.GetAsync($"runs/{run}/reports.zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var hashes = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            await using var pdf = await entry.OpenAsync();
            hashes.Add(Convert.ToHexStringLower(await SHA256.HashDataAsync(pdf)));
        }

        Assert.Equal(manifest.Select(line => line.Sha256), hashes);
        return archive.Entries.Select(entry => entry.FullName);
    }

    [Fact]
    public async Task A_repeated_order_prints_what_is_outdated_and_nothing_else()
    {
        await RunNation.SentAsync(running.Api, "จังหวัดเก่า", ("RUNO1", 90m), ("RUNO2", 60m), ("RUNO3", 70m));
        var order = RunNation.Order("จังหวัดเก่า", "memo");
        var run = await running.Api.StartedAsync(order);
        await running.Api.FinishedAsync(run.Id());
        var before = await running.Api.ManifestAsync(run.Id());
        using var head = await running.Api.PutAsync("reports/2565/RUNO1/memo/head", """{"addressee":"นายกเทศมนตรี"}""");
        using var published = await running.Api.PostAsync("results/2565/RUNO2/publish");

        await running.Api.StartedAsync(order);
        await running.Api.FinishedAsync(run.Id());

        var after = await running.Api.ManifestAsync(run.Id());
        Assert.Equal([true, true, false], before.Zip(after, (one, other) => one.Sha256 != other.Sha256));
        Assert.All(after, line => Assert.Equal("done", line.Status));
        foreach (var agency in new[] { "RUNO1", "RUNO2", "RUNO3" })
        {
            Assert.Equal("printed", (await running.Api.JsonAsync($"reports/2565/{agency}/memo")).Status());
        }
    }

    [Fact]
    public async Task A_corrected_result_alone_is_made_again()
    {
        await RunNation.SentAsync(running.Api, "จังหวัดสาม", ("RUNC1", 90m), ("RUNC2", 60m));
        var order = RunNation.Order("จังหวัดสาม", "result");
        var run = await running.Api.StartedAsync(order);
        await running.Api.FinishedAsync(run.Id());

        await running.Api.SentAsync(ScoreFile.Whole("RUNC2", 61m), "corrected.csv");
        await running.Api.StartedAsync(order);
        await running.Api.FinishedAsync(run.Id());

        Assert.Equal(["RUNC1 1", "RUNC2 2"], (await running.Api.ManifestAsync(run.Id())).Select(line => $"{line.Agency} {line.Version}"));
    }

    [Theory]
    [InlineData("no json", "run-invalid")]
    [InlineData("""{"scope":"nation"}""", "run-invalid")]
    [InlineData("""{"fiscalYear":2565}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":"world"}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":{"agencies":[]}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":{"province":""}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":{"province":"a|b"}}""", "run-scope-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":"nation","kinds":["poem"]}""", "run-kinds-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":"nation","kinds":["summary"]}""", "run-kinds-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":{"agencies":["A"]},"kinds":["analysis","summary"]}""", "run-kinds-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":"nation","only":"some"}""", "run-only-invalid")]
    [InlineData("""{"fiscalYear":2565,"scope":"nation","digits":"roman"}""", "digits-unknown")]
    [InlineData("""{"fiscalYear":1999,"scope":"nation"}""", "unknown-year")]
    public async Task An_invalid_run_request_is_refused_with_the_solution(string order, string code)
    {
        using var answer = await running.Api.PostAsync("runs", RunCalls.Body(order));

        Assert.Equal(code, (await Caller.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_run_is_not_found_and_without_a_key_none_is_shown()
    {
        using var none = await running.Api.GetAsync("runs/run-2565-0000000000000000");
        using var stranger = new Caller(running.App.Host.Address, key: null);
        using var refused = await stranger.GetAsync("runs");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (none.StatusCode, refused.StatusCode));
    }

    private async Task NothingLeftAsync(string order, string counts, string reasons)
    {
        var run = await running.Api.StartedAsync(order);
        var finished = await running.Api.FinishedAsync(run.Id());
        Assert.Equal((counts, reasons), (finished.Counts(), finished.Reasons()));
    }

    private async Task<string> HashAsync(string path)
    {
        var (container, blob) = (path[..path.IndexOf('/', StringComparison.Ordinal)], path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var content = await running.Storage.Blobs.GetBlobContainerClient(container).GetBlobClient(blob).DownloadContentAsync();
        return Convert.ToHexStringLower(SHA256.HashData(content.Value.Content.ToMemory().Span));
    }
}
