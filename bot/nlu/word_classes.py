"""Words that play the same part in a message, whatever it is about: "since tuesday" is built like "since january".

Only for telling kinds of message apart. What a person has said of an ankle is read elsewhere, with care for negation,
time and whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_MEMBERS = {
    "number": (
        "0 zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
        "fifty sixty seventy couple few several dozen"
    ),
    "day": (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri weekend "
        "today yesterday tonight christmas easter"
    ),
    "month": (
        "january february march april june july august september october november december spring summer autumn winter"
    ),
    "span": (
        "second seconds minute minutes min hour hours hr day days dys week weeks fortnight fortnights month "
        "months year years decade decades"
    ),
    "side": "left right both l lft",
    "ankle": (
        "ankle ankles achilles heel heels foot feet calf calves shin shins tendon tendons malleolus ligament ligaments"
    ),
    "spot": "inside outside inner outer front behind underneath below above top lateral medial side bone tip",
    "elsewhere": (
        "knee knees hip hips shoulder shoulders neck wrist wrists elbow elbows hand hands finger fingers "
        "thumb groin hamstring hamstrings quad quads thigh thighs glute glutes bum piriformis spine stomach "
        "tummy belly rib ribs throat ear ears eye eyes tooth teeth toenail toenails arm arms jaw"
    ),
    "relative": (
        "son daughter wife husband mum mom mother dad father mate friend partner boyfriend girlfriend kid "
        "child lad brother sister gran grandad grandson granddaughter niece nephew"
    ),
    "condition": (
        "sprain sprains strain strains tendinopathy tendinitis tendonitis tendinosis bursitis arthritis "
        "osteoarthritis fracture fractures impingement gout neuropathy fasciitis syndrome rupture splints "
        "tear"
    ),
    "remedy": (
        "ice icing heat ibuprofen paracetamol tylenol aspirin painkiller painkillers medication brace boot "
        "crutches insoles insole orthotics tape taping strapping strap bandage massage surgery operation "
        "injection injections acupuncture stretch stretches stretching exercise exercises compression gel "
        "cream rest"
    ),
    "care": (
        "doctor doctors dr gp hospital er ed xray x-ray department scan mri ambulance specialist clinic nurse "
        "physio physiotherapist surgeon emergency podiatrist pharmacist"
    ),
    "records": "data information details messages answers history conversation chat record records account",
    "hurting": (
        "hurt hurts hurting sore ache aches aching pain pains painful tender throbs throbbing stabbing "
        "burning agony niggle twinge"
    ),
    "sign": (
        "swollen swelling swells swelled puffy bruise bruised bruising stiff stiffness numb numbness tingling "
        "clicks clicking locks unstable wobbly"
    ),
    "running": "run runs running ran jog jogging race races marathon training parkrun walk walking",
    "better": (
        "better improve improved improves improving improvement healed healing heals recovered recovering recovery "
        "mending eased easing progress settled"
    ),
    "worse": "worse worsened deteriorated deteriorating flared flare setback relapse relapsed",
    "person": "human person someone somebody anyone anybody",
    "machine": "bot robot machine computer ai program automated chatbot",
}

CLASS_OF: Mapping[str, str] = MappingProxyType(
    {word: f"<{name}>" for name, words in _MEMBERS.items() for word in words.split()}
)
"""Word as it stands after normalisation → the class it is in."""
