using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.Domain.Frameworks;

namespace Ita.App.Tests.Hosting;

/// <summary>A framework that is invented: fewer items, other weights and other ratings than any year has.</summary>
/// <remarks>It is marked as not confirmed, so that it is not the year that pages offer first.</remarks>
internal static class InventedYear
{
    public const string Best = "ดีเลิศ";
    public const string Note = "กรอบสมมุติ";

    /// <param name="iit">The weight of IIT; that of OIT is the rest of 70.</param>
    public static JsonObject Framework(int year, int iit = 40)
    {
        var root = JsonNode.Parse(FrameworkCatalogue.BuiltIn.Find(2567)!.ToJson())!.AsObject();
        root.Remove("crosswalk");
        root["year"] = year;
        root["version"] = $"{year}.1";
        root["instruments"]![0]!["weight"]!["value"] = iit;
        root["instruments"]![2]!["weight"]!["value"] = 70 - iit;
        root["rating"]!["code"] = "invented";
        root["rating"]!["bands"]![0]!["name"] = Best;
        var items = root["items"]!.AsArray();
        foreach (var gone in items.Where(item => item!["code"]!.GetValue<string>() is "I15" or "E9" or "O35").ToList())
        {
            items.Remove(gone);
        }

        var unused = root["scales"]!.AsArray().Single(scale => scale!["code"]!.GetValue<string>() == "yesno_ever_good");
        root["scales"]!.AsArray().Remove(unused);
        foreach (var item in items)
        {
            item!["text"] = $"ข้อสมมุติของการทดสอบที่ {item["code"]}";
        }

        foreach (var issue in root["issues"]!.AsArray())
        {
            issue!["items"] = new JsonArray([.. issue["items"]!.AsArray().Select(code => code!.GetValue<string>())
                .Where(code => code is not ("I15" or "E9" or "O35")).Select(code => JsonValue.Create(code))]);
        }

        root["unconfirmed"] = JsonNode.Parse(
            $$"""
            {"unknown":[{"code":"invented","textTh":"{{Note}}","textEn":"an invented framework","source":"ANALOGY (invented)"}],
             "listOnly":[]}
            """);
        root["measures"] = JsonNode.Parse(
            """
            [{"id":"invented-measure","issue":1,"items":["I1","E1"],"title":"มาตรการสมมุติ","steps":["ขั้นที่หนึ่ง","ขั้นที่สอง"],
              "responsible":["สำนักปลัด"],"firstQuarter":1,"lastQuarter":4,"monitoring":"รายงานทุกไตรมาส"}]
            """);
        return root;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(
        this Caller api, int year, JsonObject framework, string query = "")
    {
        using var body = new StringContent(framework.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await api.SendAsync(HttpMethod.Put, $"frameworks/{year}{query}", body);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
