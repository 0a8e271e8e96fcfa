/** Names in ordinary use in English schools, put together by us. Given and family names are drawn apart, so no row is a real person’s. */
export type NameStock = {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly families: readonly string[];
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const BRITISH: NameStock = {
  girls:
    words(`Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie
    Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maisie Emma Violet Isabelle Ruby Sophie Alice Ada Luna
    Eliza Jessica Chloe Erin Lucy Holly Megan Caitlin Niamh Keira Bethany Abigail Georgia Lacey Summer Scarlett Nancy Orla`),
  boys: words(`Noah Oliver George Arthur Leo Harry Oscar Archie Henry Theodore Freddie Jack Charlie Theo Alfie Jacob Thomas Finley
    Arlo William Lucas Roman Tommy Isaac Teddy Alexander Luca Edward James Joshua Albie Elijah Max Jude Reuben Ethan Logan
    Daniel Callum Liam Connor Kai Riley Tyler Dylan Owen Ellis Rory Toby Nathan Aaron Bradley Kieran Jayden Corey Sam`),
  families:
    words(`Smith Jones Taylor Brown Wilson Robinson Thompson Walker White Wright Hall Wood Harrison Jackson Clarke Cooper
    Ward Turner Hill Moore Green Watson Baker Shaw Marshall Dixon Hunter Simpson Bell Richardson Foster Armstrong Graham
    Atkinson Hodgson Dawson Fletcher Barker Metcalfe Pearson Holmes Lowe Barnes Chapman Sutcliffe Greenwood Ramsden Hirst
    Murphy Kelly Gallagher Reid Murray Stewart Davies Evans Hughes Lewis Thwaite Alderson Coates Raine Birkett Airey Tyson`),
};

const SOUTH_ASIAN: NameStock = {
  girls:
    words(`Aisha Fatima Zara Maryam Amina Hafsa Khadija Sana Iqra Aleena Noor Hira Inaya Safa Sumaya Mehreen Zainab Ayesha
    Priya Anika Simran Jasleen Kavya Diya Rupa Nusrat Tahmina Sadia`),
  boys: words(`Muhammad Yusuf Ibrahim Hamza Ali Adam Zayn Bilal Hassan Umar Haris Zakariya Ismail Musa Junaid Faizan Ayaan Rayyan
    Arjun Rohan Aarav Gurdeep Harjit Dev Tariq Shahid Imran Rafi`),
  families:
    words(`Khan Hussain Ahmed Ali Mahmood Iqbal Akhtar Begum Shah Malik Mirza Rafiq Choudhury Rahman Miah Uddin Islam
    Patel Singh Kaur Sharma Gill Dhillon Mistry Nair Butt Raja Qureshi Hanif Yaqub`),
};

const AFRICAN_CARIBBEAN: NameStock = {
  girls:
    words(`Adaeze Chidera Abena Ama Efua Temi Tiwa Zuri Nia Amara Makena Hodan Hodo Selam Ruth Esther Blessing Favour Keziah
    Tianna Shanice Imani Naomi`),
  boys: words(`Chidi Emeka Kwame Kofi Kojo Tobi Femi Ayo Tunde Samuel Emmanuel David Elijah Josiah Abdi Liban Filmon Yonas Malachi
    Jerome Kamari Micah Tendai`),
  families:
    words(`Okafor Adeyemi Oduya Balogun Eze Mensah Owusu Boateng Asante Moyo Ncube Mwangi Abdi Hassan Yusuf Tesfaye Haile
    Campbell Francis Grant Joseph Bailey Morgan`),
};

const EUROPEAN: NameStock = {
  girls:
    words(`Zuzanna Maja Julia Lena Oliwia Natalia Alicja Wiktoria Ioana Andreea Daria Gabija Emilija Bianca Sofia Lucia Petra
    Katarina Ema`),
  boys: words(`Jakub Filip Szymon Kacper Antoni Michal Oskar Aleksander Andrei Stefan Matei David Lukas Nojus Marek Tomas Matteo
    Adrian Ivan`),
  families:
    words(`Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Popescu Ionescu Dumitru Radu Kazlauskas
    Petrauskas Horvath Novak Kovac Balog Lakatos Silva Costa Rossi`),
};

const WIDER_WORLD: NameStock = {
  girls: words(
    `Layla Yasmin Leila Nour Shirin Dilan Rojin Farida Mei Xin Linh Thuy Joy Angel Maria Camila Samira Hala`,
  ),
  boys: words(`Omar Karim Rami Aram Azad Dara Reza Farhad Samir Idris Wei Jun Minh Bao Miguel Angelo Mateo Tarek`),
  families:
    words(`Haddad Karimi Hosseini Aziz Rashid Saleh Barzani Amin Noori Wahidi Chen Wong Li Nguyen Tran Santos Cruz Reyes
    Garcia Mansour`),
};

/** Name stocks by CBDS ethnicity code. */
// prettier-ignore
export const NAMES_BY_ETHNICITY: Readonly<Record<string, NameStock>> = {
  WBRI: BRITISH, WIRI: BRITISH, WIRT: BRITISH, WROM: EUROPEAN, WOTH: EUROPEAN,
  MWBC: { ...BRITISH, families: [...BRITISH.families, ...AFRICAN_CARIBBEAN.families] },
  MWBA: { ...BRITISH, families: [...BRITISH.families, ...AFRICAN_CARIBBEAN.families] },
  MWAS: { ...BRITISH, families: [...BRITISH.families, ...SOUTH_ASIAN.families] },
  MOTH: { ...WIDER_WORLD, families: [...BRITISH.families, ...WIDER_WORLD.families] },
  AIND: SOUTH_ASIAN, APKN: SOUTH_ASIAN, ABAN: SOUTH_ASIAN, AOTH: SOUTH_ASIAN, CHNE: WIDER_WORLD,
  BCRB: AFRICAN_CARIBBEAN, BAFR: AFRICAN_CARIBBEAN, BOTH: AFRICAN_CARIBBEAN, OOTH: WIDER_WORLD, NOBT: BRITISH,
};

export const BRITISH_NAMES = BRITISH;
