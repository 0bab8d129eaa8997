using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Ita.App.Tests.Storage;
using Ita.App.Uploads;

namespace Ita.App.Tests.Faults;

/// <summary>Of two files the one received last counts, whichever message is processed first.</summary>
[Collection(AppTests.Name)]
public sealed class OutOfOrderTests(RunningApp running)
{
    private const string Registry = "fiscal_year,agency_code,agency_name,agency_type,province,internal_staff\n";
    private const string Checklist = "fiscal_year,agency_code,item,score,comment\n";
    private const string Plan = "fiscal_year,agency_code,issue,items,measure,steps,period,responsible,monitoring,status,percent\n";

    private static readonly string[] Tables =
        [StorageNames.Tables.Agencies, StorageNames.Tables.Evidence, StorageNames.Tables.Measures, StorageNames.Tables.ItemScores];

    [Theory]
    [InlineData("registry", Registry, "2567,{0},ชื่อเดิม,เทศบาลตำบล,จังหวัดเดิม,10", "2567,{0},ชื่อใหม่,,,20")]
    [InlineData("checklist", Checklist, "2567,{0},O1,0,before\n2567,{0},O2,100,kept", "2567,{0},O1,100,after")]
    [InlineData(
        "plan",
        Plan,
        "2566,{0},1,I7,เดิม,1) ร่าง,ต.ค. 2566 - ก.ย. 2567,สำนักปลัด,รายงาน,,\n"
            + "2566,{0},2,I8,ตัดออก,1) ร่าง,ต.ค. 2566 - ก.ย. 2567,สำนักปลัด,รายงาน,,",
        "2566,{0},1,I7,ใหม่,1) ร่าง,ต.ค. 2566 - ก.ย. 2567,สำนักปลัด,รายงาน,,")]
    public async Task The_file_received_last_counts(string kind, string header, string first, string second)
    {
        var straight = await RowsAsync(kind, "STRAIGHT", header, first, second, isTurned: false);
        var turned = await RowsAsync(kind, "REVERSED", header, first, second, isTurned: true);

        Assert.NotEmpty(straight);
        Assert.Equal(straight, turned);
        Assert.Contains(
            straight,
            row => row.Contains(kind switch { "registry" => "ชื่อใหม่", "checklist" => "after", _ => "ใหม่" }, StringComparison.Ordinal));
        Assert.DoesNotContain(
            straight,
            row => row.Contains(kind switch { "registry" => "ชื่อเดิม", "checklist" => "before", _ => "ตัดออก" }, StringComparison.Ordinal));
    }

    // The rows of an agency after both files, without the agency's code and the uploads' ids.
    private async Task<IReadOnlyList<string>> RowsAsync(string kind, string code, string header, string first, string second, bool isTurned)
    {
        var agency = $"{code}-{kind}";
        using var storage = new OpenStorage(running.Storage);
        var files = new[] { (first, "2026-03-02T08:00:00Z"), (second, "2026-03-02T09:00:00Z") };
        var uploads = new List<Upload>();
        foreach (var (rows, at) in files)
        {
            var file = ScoreFile.Bytes(header + string.Format(CultureInfo.InvariantCulture, rows, agency) + "\n");
            uploads.Add((await StoredIntake.On(storage, new StoppedClock(at))
                .ReceiveAsync(new MemoryStream(file), new Sender($"{kind}.csv", "test"), CancellationToken.None)).Upload);
        }

        foreach (var upload in isTurned ? uploads.AsEnumerable().Reverse() : uploads)
        {
            await new JobQueues(storage).SendAsync(new IngestJob(upload.Id), CancellationToken.None);
            Assert.StartsWith("accepted", (await running.Api.SettledAsync(upload.Id)).GetProperty("status").GetString(), StringComparison.Ordinal);
        }

        var found = new List<string>();
        foreach (var table in Tables)
        {
            found.AddRange((await Snapshot.RowsAsync(running.Storage, table)).Where(row => row.Contains(agency, StringComparison.Ordinal)));
        }

        return [.. found.Select(row => uploads.Aggregate(row, (text, upload) => text.Replace(upload.Id, "upload", StringComparison.Ordinal))
            .Replace(agency, "agency", StringComparison.Ordinal))];
    }
}
