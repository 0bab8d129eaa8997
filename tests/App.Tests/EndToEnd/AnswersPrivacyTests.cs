using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Only the sums of an answer file are kept: no respondent, no row, no original, and none of its content in a
/// problem or a log.</summary>
[Collection(WholeStoreTests.Name)]
public sealed class AnswersPrivacyTests(RunningApp running)
{
    private const string Words = "ใจสมมติ 0899912345";
    private const string Wide = "fiscal_year,agency_code,instrument,respondent,i1\n";
    private const string Long = "fiscal_year,agency_code,instrument,respondent,item,answer\n";

    [Theory]
    [InlineData("accepted", Wide + "2566,{0},IIT,นายสมมติ {1},มาก\n")]
    [InlineData("accepted", Long + "2566,{0},IIT,นายสมมติ {1},i1,มาก\n")]
    [InlineData("refused", Wide + "2566,{0},IIT,1,นายสมมติ {1}\n")]
    [InlineData("refused", Wide + "2566,{0},นายสมมติ {1},1,มาก\n")]
    [InlineData("refused", "2566,{0},IIT,นายสมมติ {1},มาก\n2566,{0},IIT,2,มาก\n")]
    [InlineData("refused", "ชื่อ {1},คำตอบ\nนายสมมติ {1},มาก\n")]
    public async Task Nothing_of_a_respondent_is_left_once_the_file_is_read(string status, string file)
    {
        var upload = await running.Api.SentAsync(string.Format(CultureInfo.InvariantCulture, file, "ANSWERS", Words), "answers.csv");

        Assert.Equal(status, upload.Status());
        await Eventually.TrueAsync(async () => !await OriginalAsync(upload.Id()), "the original is deleted");
        var texts = (await StoredTexts.RowsAsync(running.Storage)).SelectMany(row => row.Texts)
            .Concat(await StoredTexts.OthersAsync(running.Storage));
        Assert.DoesNotContain(texts.Concat(running.App.Log), text => text.Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_sent_again_are_the_same_upload_and_leave_no_file_either()
    {
        const string Csv = Wide + "2566,ANSWERS-AGAIN,IIT,1,มาก\n";
        await running.Api.SentAsync(Csv);
        var upload = await running.Api.SentAsync(Csv);

        await Eventually.TrueAsync(async () => !await OriginalAsync(upload.Id()), "the original is deleted");
        Assert.Equal(1, (await running.Api.ResultAsync(2566, "ANSWERS-AGAIN")).Version());
    }

    [Fact]
    public async Task Any_other_original_is_kept()
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole("KEPT", 80m));

        Assert.True(await OriginalAsync(upload.Id()));
    }

    private async Task<bool> OriginalAsync(string id) =>
        (await running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(id).ExistsAsync()).Value;
}
