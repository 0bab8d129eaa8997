using System.Text.Json.Nodes;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>Twenty faults for the framework of 2567, none of which follows from another.</summary>
internal static class SeededFaults
{
    /// <returns>Code and member of each fault.</returns>
    public static List<string> Seed(JsonObject root)
    {
        var items = root["items"]!.AsArray();
        root["version"] = "2567-1";
        root["edition"] = 1;
        root["instruments"]![0]!["itemPrefix"] = "IITX";
        root["instruments"]![1]!["parts"]![1]!["number"] = 3;
        root["instruments"]![2]!["weight"]!["value"] = 40.5m;
        root["indicators"]![9]!["number"] = "ten";
        root["subIndicators"]![1]!["mark"] = "guess";
        root["subIndicators"]![0]!["code"] = "9.7";
        items[0]!["scale"] = "likert5";
        items[1]!.AsObject().Remove("text");
        items[4]!["labels"]!.AsArray().RemoveAt(0);
        items[30]!["indicator"] = 12;
        items[40]!["source"] = "S777";
        root["scales"]![3]!["choices"]![1]!["points"] = 70;
        root["rating"]!["bands"]![1]!["totalAtLeast"]!["value"] = 97;
        root["rating"]!["bands"]![3]!["passes"] = true;
        root["sampleRules"]![0]!["share"]!["value"] = 20;
        root["issues"]![2]!["items"]!.AsArray().Add("O99");
        root["crosswalk"]!["pairs"]![3]!["to"] = "E1";
        root["nonProcessing"]!["rules"]![1]!["reason"] = "forgotten";
        return
        [
            "framework-version version",
            "framework-member-unknown edition",
            "framework-prefix instruments[0].itemPrefix",
            "framework-parts-numbers instruments[1].parts",
            "framework-weights-sum instruments",
            "framework-member-type indicators[9].number",
            "framework-member-word subIndicators[1].mark",
            "framework-sub-code subIndicators[0].code",
            "framework-not-found items[0].scale",
            "framework-member-missing items[1].text",
            "framework-labels-count items[4].labels",
            "framework-not-found items[30].indicator",
            "framework-source-unknown items[40].source",
            "framework-scale-order scales[3].choices",
            "framework-rating-hidden rating.bands[1]",
            "framework-rating-passes rating.bands[3].passes",
            "framework-sample-share sampleRules[0].share.value",
            "framework-not-found issues[2].items[9]",
            "framework-crosswalk-instruments crosswalk.pairs[3]",
            "framework-reason-unknown nonProcessing.rules[1].reason",
        ];
    }
}
