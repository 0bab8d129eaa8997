using System.Net;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The pages of the plan of measures and its follow-up store what the API stores, under the same rules.</summary>
[Collection(AppTests.Name)]
public sealed class PlanPageTests(RunningApp running) : IDisposable
{
    private readonly OfficersForms forms = new(running.App.Host.Address);

    [Fact]
    public async Task Suggested_measures_that_are_chosen_are_in_the_plan_and_cover_their_weaknesses()
    {
        var plan = await PlannedAsync("PLANA", 70m);
        var first = Between(await forms.ShownAsync(plan), "name=\"template\" value=\"", "\"");

        var (status, address) = await forms.PostAsync($"{plan}/add/suggested", ("template", first), ("template", "unknown"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app/{plan}?done=added"), (status, address));
        var measure = Assert.Single(await MeasuresAsync("PLANA"));
        Assert.NotEqual(0, measure.GetProperty("items").GetArrayLength());
        Assert.NotEqual(0, measure.GetProperty("steps").GetArrayLength());
        var after = await forms.ShownAsync(plan);
        Assert.DoesNotContain($"value=\"{first}\"", after, StringComparison.Ordinal);
        Assert.Contains(measure.GetProperty("measure").GetString()!, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_written_changed_and_deleted()
    {
        var plan = await PlannedAsync("PLANB", 70m);

        var added = await forms.SaveAsync(
            $"{plan}/add/own",
            ("measure", "เผยแพร่คู่มือ"), ("issue", "1"), ("items", "I1"), ("items", "I2"), ("steps", "จัดทำ\r\nเผยแพร่"), ("responsible", "สำนักปลัด"));
        var changed = await forms.SaveAsync($"{plan}/m01", ("measure", "เผยแพร่คู่มือให้ครบ"), ("period", "ไตรมาสที่ 1"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.Status, changed.Status));
        var measure = Assert.Single(await MeasuresAsync("PLANB"));
        Assert.Equal("เผยแพร่คู่มือให้ครบ", measure.GetProperty("measure").GetString());
        Assert.Equal(("", "ไตรมาสที่ 1"), (measure.GetProperty("responsible").GetString(), measure.GetProperty("period").GetString()));
        Assert.Equal((0, 0), (measure.GetProperty("items").GetArrayLength(), measure.GetProperty("steps").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("issue").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, (await forms.PostAsync($"{plan}/m01/delete")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await forms.PostAsync($"{plan}/m01/delete", ("confirmed", "yes"))).Status);
        Assert.Empty(await MeasuresAsync("PLANB"));
    }

    [Theory]
    [InlineData("measure", " ", "#measure")]
    [InlineData("issue", "8", "#issue")]
    [InlineData("issue", "หนึ่ง", "#issue")]
    [InlineData("items", "I999", "#items")]
    public async Task A_refused_measure_names_the_field_and_keeps_what_was_typed(string field, string value, string at)
    {
        var plan = await PlannedAsync("PLANC", 70m);
        (string Name, string Value)[] fields = [("measure", "ชื่อที่พิมพ์"), ("responsible", "กองที่พิมพ์ไว้")];

        var (status, page) = await forms.SaveAsync($"{plan}/add/own", [.. fields.Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"<a href=\"{at}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"กองที่พิมพ์ไว้\"", page, StringComparison.Ordinal);
        Assert.Empty(await MeasuresAsync("PLANC"));
    }

    [Fact]
    public async Task A_measure_that_was_changed_meanwhile_is_not_overwritten()
    {
        var plan = await PlannedAsync("PLAND", 70m);
        await forms.SaveAsync($"{plan}/add/own", ("measure", "ก่อน"));
        var early = await forms.TagAsync($"{plan}/m01");
        await forms.SaveAsync($"{plan}/m01", ("measure", "ของผู้อื่น"));

        var (status, page) = await forms.PostAsync($"{plan}/m01", ("tag", early), ("measure", "ของฉัน"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("ของฉัน</textarea>", page, StringComparison.Ordinal);
        Assert.Equal("ของผู้อื่น", Assert.Single(await MeasuresAsync("PLAND")).GetProperty("measure").GetString());
    }

    [Fact]
    public async Task Measures_that_are_added_at_the_same_time_are_all_kept()
    {
        var plan = await PlannedAsync("PLANE", 70m);
        var tag = await forms.TagAsync($"{plan}/add/own");

        var saved = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(number => forms.PostAsync($"{plan}/add/own", ("tag", tag), ("measure", $"มาตรการของคนที่ {number}"))));

        Assert.All(saved, one => Assert.Equal(HttpStatusCode.SeeOther, one.Status));
        Assert.Equal(6, (await MeasuresAsync("PLANE")).Select(one => one.GetProperty("measure").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("m03", "up", "ก ค ข")]
    [InlineData("m01", "down", "ข ก ค")]
    [InlineData("m01", "up", "ก ข ค")]
    public async Task Measures_are_moved_up_and_down(string id, string to, string expected)
    {
        var agency = $"PLANF{id}{to}";
        var plan = await PlannedAsync(agency, 70m);
        foreach (var title in (string[])["ก", "ข", "ค"])
        {
            await forms.SaveAsync($"{plan}/add/own", ("measure", title));
        }

        await forms.PostAsync($"{plan}/{id}/move", ("to", to));

        Assert.Equal(expected, await OrderAsync(agency));
    }

    [Fact]
    public async Task A_measure_of_the_library_is_added_once_when_its_form_is_posted_twice()
    {
        var plan = await PlannedAsync("PLANI", 70m);
        var first = Between(await forms.ShownAsync(plan), "name=\"template\" value=\"", "\"");

        await forms.PostAsync($"{plan}/add/suggested", ("template", first));
        var again = await forms.PostAsync($"{plan}/add/suggested", ("template", first));

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Single(await MeasuresAsync("PLANI"));
    }

    [Fact]
    public async Task A_new_measure_is_the_last_one_although_an_earlier_id_is_free()
    {
        var plan = await PlannedAsync("PLANJ", 70m);
        using var put = await running.Api.PutAsync(plan, """[{"id":"z","measure":"ก"},{"id":"m02","measure":"ข"},{"id":"a","measure":"ค"}]""");

        await forms.SaveAsync($"{plan}/add/own", ("measure", "ใหม่"));

        Assert.Equal("ก ข ค ใหม่", await OrderAsync("PLANJ"));
        Assert.Equal("m01", (await MeasuresAsync("PLANJ"))[3].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_measure_that_was_moved_while_its_form_was_open_is_saved_at_its_new_place()
    {
        var plan = await PlannedAsync("PLANK", 70m);
        using var put = await running.Api.PutAsync(plan, """[{"measure":"ก"},{"measure":"ข"}]""");
        var early = await forms.TagAsync($"{plan}/m02");

        await forms.PostAsync($"{plan}/m02/move", ("to", "up"));
        var saved = await forms.PostAsync($"{plan}/m02", ("tag", early), ("measure", "ของฉัน"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal("ของฉัน ก", await OrderAsync("PLANK"));
    }

    [Fact]
    public async Task A_measure_of_as_many_Thai_letters_as_the_API_takes_is_saved()
    {
        var plan = await PlannedAsync("PLANL", 70m);
        var step = string.Concat(Enumerable.Repeat("มาตรการ", 1_428));

        var (status, _) = await forms.SaveAsync($"{plan}/add/own", ("measure", "ยาว"), ("steps", $"{step}\r\n{step}\r\n{step}"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal([step, step, step], (await MeasuresAsync("PLANL"))[0].GetProperty("steps").EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [InlineData("ป้ายหน้าสำนักงาน", HttpStatusCode.UnsupportedMediaType, "#file")]
    [InlineData("ยาว", HttpStatusCode.BadRequest, "#caption")]
    public async Task A_refused_picture_keeps_its_caption(string caption, HttpStatusCode expected, string at)
    {
        var plan = await PlannedAsync("PLANM", 70m);
        using var put = await running.Api.PutAsync(plan, """[{"measure":"ก"}]""");
        var written = at == "#caption" ? string.Concat(Enumerable.Repeat(caption, 70)) : caption;

        var (status, page) = await forms.PostFileAsync($"{plan}/m01/pictures", "GIF89a"u8.ToArray(), ("caption", written));

        Assert.Equal(expected, status);
        Assert.Contains($"<a href=\"{at}\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{written}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_is_reported_with_links_and_a_picture()
    {
        var plan = await PlannedAsync("PLANG", 70m);
        await forms.SaveAsync($"{plan}/add/own", ("measure", "เผยแพร่คู่มือ"));
        var page = $"{plan}/m01/follow-up";

        var saved = await forms.SaveAsync(
            page,
            ("status", "started"), ("percent", "40"), ("result", "เริ่มแล้ว"),
            ("reports[1].date", "2023-03-31"), ("reports[1].percent", "40"), ("reports[1].result", "ทำไปครึ่งหนึ่ง"),
            ("evidence[1].url", "https://www.example.go.th/2566/manual.pdf"));
        var picture = await forms.PostFileAsync($"{plan}/m01/pictures", PictureFiles.Png(64, 48), ("caption", "ป้ายหน้าสำนักงาน"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (saved.Status, picture.Status));
        var list = await running.Api.JsonAsync("measures/2565/PLANG");
        var measure = list.GetProperty("measures")[0].GetProperty("measure");
        Assert.Equal("twelveMonths", Assert.Single(measure.GetProperty("reports").EnumerateArray()).GetProperty("round").GetString());
        var link = Assert.Single(measure.GetProperty("evidence").EnumerateArray());
        Assert.EndsWith("manual.pdf", link.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("ป้ายหน้าสำนักงาน", list.GetProperty("measures")[0].GetProperty("pictures")[0].GetProperty("caption").GetString());
        var shown = await forms.ShownAsync(page);
        Assert.Contains("ทำไปครึ่งหนึ่ง</textarea>", shown, StringComparison.Ordinal);
        Assert.Contains("alt=\"ป้ายหน้าสำนักงาน\"", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("percent", "101", "#percent")]
    [InlineData("percent", "ครึ่ง", "#percent")]
    [InlineData("reports[0].percent", "50", "#reports[0].date")]
    public async Task A_refused_report_names_the_field(string field, string value, string at)
    {
        var plan = await PlannedAsync("PLANH", 70m);
        if ((await MeasuresAsync("PLANH")).Count == 0)
        {
            await forms.SaveAsync($"{plan}/add/own", ("measure", "เผยแพร่คู่มือ"));
        }

        var (status, page) = await forms.SaveAsync($"{plan}/m01/follow-up", ("status", "planned"), ("result", "ที่พิมพ์ไว้"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"<a href=\"{at}\"", page, StringComparison.Ordinal);
        Assert.Contains("ที่พิมพ์ไว้</textarea>", page, StringComparison.Ordinal);
    }

    public void Dispose() => forms.Dispose();

    private async Task<string> PlannedAsync(string agency, decimal score)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, score), $"{agency}.csv");
        return $"measures/2565/{agency}";
    }

    private async Task<List<JsonElement>> MeasuresAsync(string agency) =>
        [.. (await running.Api.JsonAsync($"measures/2565/{agency}")).GetProperty("measures").EnumerateArray()
            .Select(one => one.GetProperty("measure"))];

    private async Task<string> OrderAsync(string agency) =>
        string.Join(' ', (await MeasuresAsync(agency)).Select(one => one.GetProperty("measure").GetString()));

    private static string Between(string page, string start, string end)
    {
        var at = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[at..page.IndexOf(end, at, StringComparison.Ordinal)];
    }
}
