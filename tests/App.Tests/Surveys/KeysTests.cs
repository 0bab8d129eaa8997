using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>Each key has access to its own data only; other data is answered with 404.</summary>
[Collection(AppTests.Name)]
public sealed class KeysTests(RunningApp running)
{
    [Fact]
    public async Task An_agencys_key_has_access_to_its_own_data_and_finds_none_of_others()
    {
        using var own = await KeyAsync("agency", "KEY-OWN");
        await new SurveyCalls(running, "KEY-OWN").OpenAsync();
        await new SurveyCalls(running, "KEY-OTHER").OpenAsync();

        using var code = await own.PostAsync("surveys/2567/KEY-OWN/iit/code");
        Assert.Equal(HttpStatusCode.Created, code.StatusCode);
        using var quality = await own.GetAsync("surveys/2567/KEY-OWN/quality");
        Assert.Equal(HttpStatusCode.OK, quality.StatusCode);
        await RefusalsTests.RefusedAsync(own.PostAsync("surveys/2567/KEY-OTHER/iit/code"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.GetAsync("surveys/2567/KEY-OTHER/quality"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.PutAsync("measures/2567/KEY-OTHER", "[]"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.PostAsync("reports/2567/KEY-OTHER/analysis"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.GetAsync("results/2567/KEY-OTHER/evidence"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.PutAsync("surveys/2567/KEY-OWN", "{}"), HttpStatusCode.Forbidden, "key-too-weak");
        await RefusalsTests.RefusedAsync(own.PostAsync("results/2567/KEY-OWN/publish"), HttpStatusCode.Forbidden, "key-too-weak");
        await RefusalsTests.RefusedAsync(own.GetAsync("keys"), HttpStatusCode.Forbidden, "key-too-weak");
    }

    [Fact]
    public async Task An_agencys_file_may_contain_only_its_own_data_and_only_it_sees_the_upload()
    {
        using var own = await KeyAsync("agency", "KEY-FILE");
        using var other = await KeyAsync("agency", "KEY-FILE2");
        const string Mixed = "fiscal_year,agency_code,item,score\n2567,KEY-FILE,O1,100\n2567,KEY-FILE2,O1,100\n";
        const string Good = "fiscal_year,agency_code,item,score\n2567,KEY-FILE,O1,100\n";

        var refused = await own.SentAsync(Mixed);
        var taken = await own.SentAsync(Good);

        Assert.Equal(("refused", "other-agency"), (refused.Status(), refused.GetProperty("problems")[0].GetProperty("code").GetString()));
        Assert.Equal("accepted", taken.Status());
        await RefusalsTests.RefusedAsync(other.GetAsync($"uploads/{taken.Id()}"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(running.Api.GetAsync("results/2567/KEY-FILE2"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_assessors_key_reaches_all_agencies_and_no_keys()
    {
        using var assessor = await KeyAsync("assessor");
        await new SurveyCalls(running, "KEY-ALL").OpenAsync();
        using var closed = await assessor.PostAsync("surveys/2567/KEY-ALL/close", JsonContent.Create(new { reason = "ครบกำหนด" }));
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        await RefusalsTests.RefusedAsync(assessor.PostAsync("keys"), HttpStatusCode.Forbidden, "key-too-weak");
        await RefusalsTests.RefusedAsync(assessor.GetAsync("audit"), HttpStatusCode.Forbidden, "key-too-weak");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_and_stays_on_the_list()
    {
        var made = await MadeAsync("assessor", null);
        using var caller = new Caller(running.App.Host.Address, made.GetProperty("key").GetString());
        using var before = await caller.GetAsync("surveys/2567/reminders");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var revoked =
            await running.Api.SendAsync(HttpMethod.Delete, $"keys/{made.GetProperty("id").GetString()}?reason=lost", new StringContent(""));

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await RefusalsTests.RefusedAsync(caller.GetAsync("surveys/2567/reminders"), HttpStatusCode.Unauthorized, "key-unknown");
        var listed = (await running.Api.JsonAsync("keys")).EnumerateArray()
            .Single(key => key.GetProperty("id").GetString() == made.GetProperty("id").GetString());
        Assert.NotEqual(JsonValueKind.Null, listed.GetProperty("revokedAt").ValueKind);
        var whys = (await running.Api.JsonAsync("audit?pageSize=1000")).GetProperty("entries").EnumerateArray()
            .Where(entry => entry.GetProperty("subject").GetString() == made.GetProperty("id").GetString())
            .Select(entry => entry.GetProperty("what").GetString());
        Assert.Equal(["key-created", "key-revoked"], whys);
    }

    [Fact]
    public async Task No_key_is_stored_as_it_is_sent()
    {
        var key = (await MadeAsync("operator", null)).GetProperty("key").GetString()!;
        var secret = key[(key.IndexOf('-', "ita-".Length) + 1)..];
        await foreach (var row in running.Storage.Tables.GetTableClient(StorageNames.Tables.Keys).QueryAsync<TableEntity>())
        {
            Assert.All(
                row.Select(cell => cell.Value).OfType<string>(),
                value => Assert.DoesNotContain(secret[..20], value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"scope":"agency"}""")]
    [InlineData("""{"scope":"assessor","agency":"X"}""")]
    [InlineData("""{"scope":"2"}""")]
    [InlineData("""{"scope":"king"}""")]
    [InlineData("not json")]
    public Task An_invalid_key_is_not_created(string json) =>
        RefusalsTests.RefusedAsync(running.Api.SendAsync(HttpMethod.Post, "keys", new StringContent(json)), HttpStatusCode.BadRequest, "key-invalid");

    [Fact]
    public async Task A_guessed_secret_with_a_known_id_is_refused()
    {
        var key = (await MadeAsync("assessor", null)).GetProperty("key").GetString()!;
        using var guessing = new Caller(running.App.Host.Address, $"{key[..^1]}{(key[^1] == 'A' ? 'B' : 'A')}");
        await RefusalsTests.RefusedAsync(guessing.GetAsync("surveys/2567/reminders"), HttpStatusCode.Unauthorized, "key-unknown");
    }

    private async Task<Caller> KeyAsync(string scope, string? agency = null) =>
        new(running.App.Host.Address, (await MadeAsync(scope, agency)).GetProperty("key").GetString());

    private Task<JsonElement> MadeAsync(string scope, string? agency) =>
        SurveyCalls.AcceptedAsync(running.Api.PostAsync("keys", JsonContent.Create(new { scope, agency, note = "ทดสอบ" })));
}
