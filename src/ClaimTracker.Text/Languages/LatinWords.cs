using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Languages;

/// <summary>More function words of languages in Latin script.</summary>
internal static class LatinWords
{
    public static readonly IReadOnlyDictionary<string, WordSet> ByLanguage = new Dictionary<string, WordSet>(StringComparer.Ordinal)
    {
        ["no"] = new(
            """
            og i at det er en et til på som med for de av den ikke der har var jeg vi han hun seg men om så kan skal etter ved fra eller
            hvor ble blir være også ut nå over da dem når deres inn mot hadde alle mer hva noe vært opp meg deg bare fikk sier ha ett
            """),
        ["fi"] = new(
            """
            ja on ei se että oli hän ovat myös mutta kun joka mukaan kuin sen tai jos niin nyt ole vain sekä olla jo ollut hänen ne mitä
            tämä enemmän jotka vielä sitä siitä en olisi kanssa jälkeen vuonna ennen koska tämän ole olivat kaikki tästä viime noin
            """),
        ["hu"] = new(
            """
            a az és hogy nem is egy van volt meg de ez csak már mint vagy ha azt el még ki ezt lehet volna kell aki amely után szerint
            között sem minden pedig most mert nagyon úgy több ami akkor illetve így ezek azonban során alatt által lesz voltak
            """),
        ["tr"] = new(
            """
            ve bir bu da de için ile olarak çok daha olan gibi o ne en kadar ama sonra var ise olduğu ki her değil mi göre diye ancak yok
            şey hiç olduğunu dedi bunu etti tarafından önce yeni veya biz ben sen onun şu içinde oldu üzerinde hem bin yıl
            """),
        ["cs"] = new(
            """
            a v se na je že s z do o to i za by po jsou ale pro si od jako k tak jsem který která které podle co byl byla bylo ve jeho
            nebo už bude jen při až také jak však ještě ze není před když kde být má aby více než jejich může roce letech
            """),
        ["sk"] = new(
            """
            a v sa na je že s z do o to aj za by po sú ale pre si od ako k tak som ktorý ktorá ktoré podľa čo bol bola bolo vo jeho alebo
            už bude len pri až tiež však ešte zo nie pred keď kde byť má aby viac než ich môže roku rokov rokoch
            """),
        ["hr"] = new(
            """
            i u je na se da za od su s o a to kao koji koja koje nije što ne iz bi po ali te do biti samo više ili će još već prema nakon
            sve kod ako kako bio bila bilo može tako kada između zbog godine ovo ima njegov ih mu jer nego smo sam
            """),
        ["sl"] = new(
            """
            in je v na se da za so z ki pa tudi s po bi od kot še iz ne pri do ali sem bil bila bilo lahko ter bo kar o le že več pred
            zaradi ni ga ko kako med to bodo svoje tako leta jih
            """),
        ["ro"] = new(
            """
            și de în a la cu pe care nu că din un o se pentru sunt este să au fost mai ce ca sau dar după cel cea al ale prin lui ei fi
            avea era am ar fără între când dacă foarte acest această până doar lor si sa ori nici cei cele îi le unei unui
            """),
        ["ca"] = new(
            """
            de la i el que a les en per un una amb és del no els es al ha més va dels com però són seva seu aquest aquesta també ser han
            què o quan fins molt entre sobre on hi això tot aquests perquè sense ja li ens pel ho des
            """),
        ["gl"] = new(
            """
            de a o que e do da en un os no unha as por con para non na é máis se dos das ao como á foi pero ten seu súa nos nas polo pola
            tamén ata moi xa
            """),
        ["id"] = new(
            """
            yang dan di ini itu dengan untuk dari tidak dalam pada akan adalah ke juga ada oleh karena bisa sudah saya kami mereka telah
            atau lebih seperti tersebut hanya dapat tahun menjadi kita bahwa sebagai orang para saat anda dia banyak masih belum
            lagi setelah antara secara
            """),
        ["tl"] = new(
            """
            ang ng sa na mga ay at ni si hindi ito para kay ko siya nang may pa rin niya din kung po mo lang ako sila nila ni ka ba wala
            kanyang isang kaya dahil noong mula pero naman ating iyon o dito
            """),
        ["sw"] = new(
            """
            ya na wa kwa ni katika za la kuwa cha hiyo huo hii wakati kama ili lakini pia hilo mwaka watu hayo huyo vya yake baada wake
            alisema si sana tu bila kila moja zaidi nchi hata kutoka kwamba wao hao hivyo ambao ambayo yao
            """),
        ["vi"] = new(
            """
            và của là có không được các cho trong người với một đã này những để khi từ ở đến về ra như cũng tại năm vào nhiều hơn đó sẽ
            theo do còn trên việc phải đang bị nói rằng sau hay làm
            """),
        ["lt"] = new(
            """
            ir kad į yra su iš tai kaip buvo bet o ne nuo dėl apie po ar už jis ji prie tik jau dar pagal metų jų kurie taip gali būti labai
            bus
            """),
        ["lv"] = new(
            """
            un ir no ar uz par ka kas bet tas tā tika bija vai kā pie pēc lai arī viņš viņa gada jau ne ir tikai līdz būs var gan kuri šī
            """),
        ["et"] = new(
            """
            ja on ei et see oma ta mis kui ka oli aga või ning nad kes mille selle pärast siis veel välja üle aasta kas kuid seda enam olid
            nii juba
            """),
        ["sq"] = new("të e në i dhe për që me një së nga është u ka nuk më si do por edhe janë kjo ky ishte tij ose duke pas kanë deri"),
        ["eu"] = new("eta da ez du bat ere dira zen hau dute dela baina izan den egin ditu zuen baino duen hori behar dituzte urte"),
        ["af"] = new(
            """
            die en van is in het nie dat te vir om met op hy wat ’n sy was aan deur ook as maar ons hulle na kan sal word ek tot daar
            """),
        ["is"] = new(
            """
            og að í á er það sem við um til en hann með ekki af var fyrir hún þess eru frá þá hafa verið því þeir hafði eða eftir
            """),
        ["ga"] = new("agus an na ar go i a is do le ag ní bhí tá sé sin leis ach mar seo ó siad atá don iad sa nach"),
        ["cy"] = new("yn y a i o yr ei ar mae wedi gan am oedd ac bod fod hyn eu sydd nid ond hefyd wrth fel ni"),
        ["mt"] = new("li ta u fil il biex minn ma dan għal fuq kien hija jew dawn din aktar kif wara bejn"),
        ["so"] = new("oo iyo ku ka in la waa ay soo ee ah uu si lagu ayaa waxa laga kale aan waxaa isaga"),
        ["ha"] = new("da a na ya ta ba ne ce cewa wannan shi kuma su don suka wanda ga ko daga an zai yi"),
        ["yo"] = new("ni ti si ati awọn fun lati o wa ko pe naa ninu wọn bi ṣe jẹ"),
        ["eo"] = new("la kaj de en estas al ke por kun ne li ĝi mi oni sed aŭ pli kiel estis tiu ĉi sur"),
        ["la"] = new("et in est non ad ut cum sed qui quae quod ab ex esse sunt atque enim per hoc nec eius"),
        ["az"] = new("və bir bu da üçün ilə olan ki isə daha o də kimi olaraq sonra ən edir onun həm çox görə lakin etdi"),
        ["uz"] = new("va bir bu uchun bilan ham edi deb o‘z bo‘lgan esa bo‘yicha yil haqida kerak ko‘p lekin"),
    };
}
